import type { Cell } from '../../../shared/cell.ts';
import type { PushAnswer, PushRequest } from '../../../shared/contract/push.ts';
import { KEY } from '../../support/runtime.ts';

/** The columns of every push here; the texts are in canonical form. */
const columns = ['id', 'unit', 'title', 'progress'];

type PushBody = Pick<PushRequest, 'base' | 'request' | 'rows'> & Partial<PushRequest>;

/** A push and what was said to it; `answer` is a problem document where the status is not 200. */
export interface Said {
  readonly status: number;
  readonly answer: PushAnswer;
}

/** Pushes rows of measures. Rejects when the connection breaks. */
export async function push(url: string, body: PushBody): Promise<Said> {
  const response = await fetch(`${url}/v1/registers/measures/push`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ asOf: '2022-06-30', columns, ...body }),
  });
  return { status: response.status, answer: (await response.json()) as PushAnswer };
}

/** Asks for something with the admin key. */
export async function get<Body>(url: string, path: string): Promise<Body> {
  const response = await fetch(`${url}${path}`, { headers: { Authorization: `Bearer ${KEY}` } });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Body;
}

/** The cells of a stored content, in the order of `columns` without the id. */
export function cellsOf(content: string): Cell[] {
  const fields = JSON.parse(content) as Record<string, Cell>;
  return columns.slice(1).map((column) => fields[column] ?? null);
}
