import { beforeEach, expect, test } from 'vitest';
import { outcomeOf } from '../../addin/features/scores/what-if/outcome.ts';
import { chinaCalendar } from '../../shared/calendar/china.ts';
import { parseIso } from '../../shared/calendar/day.ts';
import type { Cell } from '../../shared/cell.ts';
import type { EntriesAnswer } from '../../shared/contract/entries.ts';
import type { ReceiptAnswer, ScoresAnswer } from '../../shared/contract/scores.ts';
import type { Entry } from '../../shared/ledger/entry.ts';
import { registerIds, type RegisterId } from '../../shared/registers/types.ts';
import type { Plan } from '../../shared/scoring/plan.ts';
import type { Supposition } from '../../shared/scoring/what-if.ts';
import { ADMIN_KEY, addKey, draftOf, startServer, ulid, type Server } from './support/server.ts';

/** 预演 against the server: what the pane works out of the rows supposed done is what the server answers once the rows are pushed so. */
const UNIT = '区发改委';
const OTHER = '区教育局';
const DAY = '2022-06-30';
const [late, soon, joint, monthly, problem] = Array.from({ length: 5 }, () => ulid()) as [string, string, string, string, string];

/** What is supposed, and the row that makes it so; one after the other, on top of those before. */
const steps: readonly { name: string; id: string; supposition: Supposition; register: string; columns: readonly string[]; cells: readonly Cell[] }[] = [
  { name: 'further along', id: late, supposition: { progress: 80 }, register: 'measures', columns: ['progress'], cells: [80] },
  { name: 'overdue and done', id: late, supposition: 'done', register: 'measures', columns: ['status', 'completedOn'], cells: ['已完成', DAY] },
  { name: 'due soon and done', id: soon, supposition: 'done', register: 'measures', columns: ['status', 'completedOn'], cells: ['已完成', DAY] },
  { name: 'recurring and settled', id: monthly, supposition: 'done', register: 'measures', columns: ['completedOn'], cells: [DAY] },
  { name: 'led by another and done', id: joint, supposition: 'done', register: 'measures', columns: ['status', 'completedOn'], cells: ['已完成', DAY] },
  { name: 'a problem put right', id: problem, supposition: 'done', register: 'problems', columns: ['status', 'closedOn'], cells: ['已整改', DAY] },
];
const unitOf = (id: string): string => (id === joint ? `${OTHER}、${UNIT}` : UNIT);

let server: Server;
let base: number;
let plan: Plan;

beforeEach(async () => {
  server = startServer();
  plan = await server.putPlan(1, { ...draftOf(2022), publishScores: true });
  const { revision } = await server.push({
    columns: ['id', 'unit', 'title', 'due', 'progress', 'completedOn'],
    rows: [
      [late, unitOf(late), '逾期的', '6月15日', 40, null],
      [soon, unitOf(soon), '临期的', '7月3日', 50, null],
      [monthly, unitOf(monthly), '每月的', '每月25日前', null, '2022-04-20'],
      [joint, unitOf(joint), '合办的', '6月1日', 10, null],
      [ulid(), OTHER, '别人的', '年底前', 35, null],
      [ulid(), '区司法局', '第三家的', '年底前', 30, null],
    ],
  });
  base = revision;
  await put('problems', ['title', 'foundOn', 'due'], [[problem, UNIT, '缺岗', '2022-05-01', '6月20日']]);
  await put('reports', ['month', 'submittedOn'], [[ulid(), UNIT, '2022-05', '2022-06-06']]);
});

async function put(register: string, names: readonly string[], rows: readonly (readonly Cell[])[]): Promise<void> {
  ({ revision: base } = await server.push({ base, columns: ['id', 'unit', ...names], rows: rows.map((cells) => [...cells]) }, { register }));
}

/** The entries of a register that a key may read. */
async function entriesOf(register: RegisterId, key: string): Promise<readonly Entry[]> {
  const { columns, rows, revisions, memories } = (await server.get<EntriesAnswer>(`/v1/registers/${register}/entries`, key)).body;
  return rows.map((cells, row) => {
    const { id, ...content } = Object.fromEntries(columns.map((column, at) => [column, cells[at]]).filter(([, value]) => value !== null));
    return { id: String(id), register, revision: revisions[row] ?? 0, content, memory: memories[row] ?? {} };
  });
}

/** The score and rank that the pane with a key works out. */
async function supposed(suppositions: ReadonlyMap<string, Supposition>, key: string) {
  const rows = await Promise.all(registerIds.map(async (register) => [register, await entriesOf(register, key)] as const));
  const isClerk = key !== ADMIN_KEY;
  const { reportedFrom } = await receipt();
  const input = {
    entries: Object.fromEntries(rows),
    plan,
    asOf: parseIso(DAY) ?? 0,
    calendar: chinaCalendar(),
    reportedFrom: isClerk ? (reportedFrom ?? undefined) : undefined,
  };
  const others = isClerk ? (await server.get<ScoresAnswer>(`/v1/scores?asOf=${DAY}`, key)).body.units : null;
  const outcome = outcomeOf(UNIT, input, suppositions, others);
  if (outcome === null) throw new Error('the unit is not among the receipts');
  return { before: outcome.before.score, after: outcome.after.score, rank: outcome.afterRank };
}

async function receipt(): Promise<ReceiptAnswer> {
  return (await server.get<ReceiptAnswer>(`/v1/scores/${encodeURIComponent(UNIT)}?asOf=${DAY}`)).body;
}

test('the score and rank supposed are the server’s once the row is so', async () => {
  const clerk = await addKey('clerk', UNIT);
  for (const { name, id, supposition, register, columns, cells } of steps) {
    const before = await receipt();
    const [all, own] = [await supposed(new Map([[id, supposition]]), ADMIN_KEY), await supposed(new Map([[id, supposition]]), clerk)];
    await put(register, columns, [[id, unitOf(id), ...cells]]);
    const after = await receipt();
    expect({ name, score: after.score }).not.toEqual({ name, score: before.score });
    expect({ name, ...all }).toEqual({ name, before: before.score, after: after.score, rank: after.rank });
    // The score of who leads a joint measure moves as well: a clerk's pane, without its rows, does not know how far.
    expect({ name, ...own }).toMatchObject({ name, before: before.score, after: after.score, ...(id !== joint && { rank: after.rank }) });
  }
});
