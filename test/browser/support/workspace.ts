import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'playwright-core';
import type { APIRequestContext } from 'playwright-core';
import { inject } from 'vitest';
import { startPreview, type RunningPreview } from '../../../scripts/lib/start-preview.ts';
import { newWorkspaceAnswer } from '../../../shared/contract/keys.ts';
import { atEnd } from './at-end.ts';

/** A workspace on a server that is running. */
export interface Workspace {
  /** Of the server's preview page. */
  readonly address: string;
  /** An admin's key. */
  readonly key: string;
  /** Whether it is the server's first workspace, whose key the server itself fills in on its preview page. */
  readonly isFirst: boolean;
  /** Asks the server past the pane, with the key; paths begin with `/v1/`. */
  readonly api: APIRequestContext;
}

/** As the sample ledger. */
const PLAN_YEAR = 2022;

/** The first workspace of the run's server, just as `npm start` has it. Other tests leave it alone. */
export async function firstWorkspace(): Promise<Workspace> {
  const { address, key } = inject('preview');
  return { address, key, isFirst: true, api: await apiOf(address, key) };
}

/** A new workspace on the run's server: no other test pushes there. */
export async function ownWorkspace(): Promise<Workspace> {
  const { address, api } = await firstWorkspace();
  const answer = await api.post('/v1/workspaces', { data: { name: '考核区', timeZone: 'Asia/Shanghai', planYear: PLAN_YEAR }, failOnStatusCode: true });
  const { adminKey: key } = newWorkspaceAnswer.parse(await answer.json());
  return { address, key, isFirst: false, api: await apiOf(address, key) };
}

/** The first workspace of a server of its own, for tests that need another server: with `vars` for its worker, or its database, or to stop it. */
export async function ownServer(
  vars: Readonly<Record<string, string>> = {},
): Promise<Workspace & { readonly server: RunningPreview; readonly dataDir: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'taizhang-browser-own-'));
  atEnd(() => rm(dataDir, { recursive: true, force: true }));
  const server = await startPreview({ dataDir, vars });
  atEnd(() => server.stop());
  const { address, key } = server;
  return { address, key, isFirst: true, api: await apiOf(address, key), server, dataDir };
}

/** Every request has a connection of its own: one kept open may be closed by the server just as the next request goes out on it. */
async function apiOf(baseURL: string, key: string): Promise<APIRequestContext> {
  const api = await request.newContext({ baseURL, ignoreHTTPSErrors: true, extraHTTPHeaders: { Authorization: `Bearer ${key}`, Connection: 'close' } });
  atEnd(() => api.dispose());
  return api;
}
