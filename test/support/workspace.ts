import { inject } from 'vitest';
import type { NewWorkspaceAnswer } from '../../shared/contract/keys.ts';

/** A workspace of the shared server, and the key of its admin. */
export interface Workspace {
  /** Of the server, without a trailing slash. */
  readonly url: string;
  readonly key: string;
}

/** Makes an empty workspace with the plan of 2022 on the server that `setup.ts` has started: tests in different workspaces see nothing of each other. */
export async function newWorkspace(): Promise<Workspace> {
  const { url, key } = inject('server');
  const response = await fetch(`${url}/v1/workspaces`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: '测试区', planYear: 2022 }),
  });
  if (!response.ok) throw new Error(`no workspace was made: ${response.status} ${await response.text()}`);
  const { adminKey } = (await response.json()) as NewWorkspaceAnswer;
  return { url, key: adminKey };
}
