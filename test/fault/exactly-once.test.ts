import { monotonicFactory } from 'ulid';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Cell } from '../../shared/cell.ts';
import type { PushAnswer, PushRequest } from '../../shared/contract/push.ts';
import { startLossyProxy, type LossyProxy } from './support/lossy-proxy.ts';
import { randomOf, seedOfRun } from './support/random.ts';
import { KEY, openDatabase, startScratch, type ScratchRuntime } from '../support/runtime.ts';
import { contentOf, ServerModel } from './support/server-model.ts';

/** A sheet that pushes over a line which loses requests and answers, while older pushes arrive late. */
const PUSHES = 1_000;
const ROWS = 30;
const columns = ['id', 'unit', 'title', 'progress'];
const seed = seedOfRun();
const random = randomOf(seed);
const ulid = monotonicFactory();

let runtime: ScratchRuntime;
let proxy: LossyProxy;
beforeAll(async () => {
  runtime = await startScratch(inject('bundle'));
  proxy = await startLossyProxy(runtime.url, random);
});
afterAll(async () => {
  await proxy.stop();
  await runtime.stop();
});

/** The answer; null when it was lost on the way. */
async function send(body: PushRequest): Promise<PushAnswer | null> {
  try {
    const response = await fetch(`${proxy.url}/v1/registers/measures/push`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as PushAnswer;
  } catch {
    return null;
  }
}

test(`${PUSHES} pushes over a line that loses 15 % of requests and 30 % of answers are each taken once`, async () => {
  const sheet = new Map<string, Cell[]>(Array.from({ length: ROWS }, (_, at) => [ulid(), ['区发改委', `措施${at}`, 0]]));
  let base = 0;
  let pending: string[] = [];
  let duplicates = 0;
  const sent: PushRequest[] = [];

  const pushOnce = async (): Promise<boolean> => {
    const body: PushRequest = { base, request: ulid(), pending, asOf: '2022-06-30', columns, rows: [...sheet].map(([id, cells]) => [id, ...cells]) };
    sent.push(body);
    for (let tries = 0; tries < 3; tries += 1) {
      const answer = await send(body);
      if (answer !== null) {
        base = answer.revision;
        pending = [];
        return true;
      }
      if (random.chance(0.4)) break; // the clerk goes on editing instead of waiting
    }
    pending = [...pending, body.request].slice(-100);
    return false;
  };

  for (let push = 0; push < PUSHES; push += 1) {
    for (const [id, cells] of sheet) if (random.chance(0.2)) sheet.set(id, [cells[0] ?? null, cells[1] ?? null, random.below(4) * 10]);
    if (random.chance(0.05)) sheet.set(ulid(), ['区教育局', `新措施${push}`, 0]);
    await pushOnce();
    while (random.chance(0.15)) {
      const late = sent[Math.max(0, sent.length - 1 - random.below(6))];
      if (late === undefined) continue;
      duplicates += 1;
      await send(late);
    }
  }
  while (!(await pushOnce()));

  const model = new ServerModel();
  let givenUp = 0;
  const outcomes = proxy.arrivals.map(({ body, answer, status }) => {
    const modelled = model.push(body);
    if (modelled === null) givenUp += 1;
    return { modelled: modelled ?? 409, said: status === 200 ? answer.rows.outcome : status };
  });
  expect(
    outcomes.map(({ said }) => said),
    `FAULT_SEED=${seed}`,
  ).toEqual(outcomes.map(({ modelled }) => modelled));

  const database = await openDatabase(runtime.dataDir);
  const versions = database.prepare('SELECT id, revision, content FROM version ORDER BY id, revision').all() as {
    id: string;
    revision: number;
    content: string;
  }[];
  const revisions = database.prepare('SELECT number, request FROM revision ORDER BY number').all() as { number: number; request: string }[];
  database.close();
  const storedText = (content: string): string => {
    const { unit, title, progress } = JSON.parse(content) as Record<string, Cell>;
    return contentOf([unit ?? null, title ?? null, progress ?? null]);
  };
  const stored = versions.map(({ id, revision, content }) => [id, revision, storedText(content)]);
  const modelled = [...model.entries]
    .flatMap(([id, all]) => all.map(({ revision, content }) => [id, revision, content]))
    .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : String(a[0]) > String(b[0]) ? 1 : Number(a[1]) - Number(b[1])));
  expect(stored).toEqual(modelled);
  expect(revisions.map(({ number, request }) => [request, number])).toEqual([...model.requests]);
  expect(revisions.map(({ number }) => number)).toEqual(revisions.map((_, at) => at + 1));

  const newest = new Map(versions.map(({ id, content }) => [id, storedText(content)]));
  const wrong = [...sheet].filter(([id, cells]) => newest.get(id) !== contentOf(cells));
  expect(wrong).toEqual([]);
  console.log(
    `exactly once: ${sent.length} pushes, ${proxy.arrivals.length} arrived, ${JSON.stringify(proxy.counts)}, ${duplicates} late duplicates, ${givenUp} refused as given up, ${revisions.length} revisions, ${versions.length} versions, ${wrong.length} wrong cells (FAULT_SEED=${seed})`,
  );
});
