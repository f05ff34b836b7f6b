import { createClient, type PaneApi } from '../../../addin/api/client.ts';
import { createTransport } from '../../../addin/api/transport.ts';
import type { Workspace } from '../../support/workspace.ts';

/** What befalls a clerk's requests. */
export interface Line {
  /** Whether what the clerk sends is answered, its answer is lost, or it never arrives. */
  state: 'good' | 'losing' | 'down';
  /** What somebody else does once the next request of a push was answered; null for nothing. */
  overtake: (() => Promise<void>) | null;
  /** The requests the clerk has sent, whatever became of them. */
  readonly sent: Set<string>;
}

/** A clerk's own line, on which all is well. */
export function newLine(): Line {
  return { state: 'good', overtake: null, sent: new Set() };
}

/** The most entries without a row of the request's that an answer tells of: the server's own limit is for ledgers larger than these. */
const MOST_TOLD = 2;

/** A client whose requests the line befalls. */
export function clientOn(line: Line, { url, key }: Workspace): PaneApi {
  const fetching: typeof fetch = async (input, init) => {
    const isSending = init?.method === 'POST';
    if (isSending && line.state === 'down') throw new TypeError('no network');
    const response = await fetch(input, init);
    if (!isSending || line.state === 'good') return response;
    await response.arrayBuffer();
    throw new TypeError('the connection was lost');
  };
  const client = createClient(createTransport({ server: url, key, language: () => 'zh-CN', fetch: fetching, wait: () => Promise.resolve() }));
  return {
    ...client,
    async push(register, body, call) {
      if (body.dryRun !== true) line.sent.add(body.request);
      const answer = shortened(await client.push(register, body, call), new Set(body.rows.map(([id]) => id)));
      const { overtake } = line;
      if (body.dryRun !== true && overtake !== null) {
        line.overtake = null;
        await overtake();
      }
      return answer;
    },
    deleteEntries(register, body, signal) {
      line.sent.add(body.request);
      return client.deleteEntries(register, body, signal);
    },
  };
}

type PushAnswer = Awaited<ReturnType<PaneApi['push']>>;

function shortened(answer: PushAnswer, pushed: ReadonlySet<unknown>): PushAnswer {
  const { columns, rows, revisions } = answer.incoming;
  const idColumn = columns.indexOf('id');
  let others = 0;
  const told = [...rows.keys()].filter((at) => pushed.has(rows[at]?.[idColumn]) || (others += 1) <= MOST_TOLD);
  if (told.length === rows.length) return answer;
  const [shortRows, shortRevisions] = [told.map((at) => rows[at] ?? []), told.map((at) => revisions[at] ?? 0)];
  return { ...answer, incoming: { ...answer.incoming, rows: shortRows, revisions: shortRevisions, more: true } };
}
