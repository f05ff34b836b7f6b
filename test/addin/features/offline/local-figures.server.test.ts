import { beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../../../addin/api/client.ts';
import type { PaneApi } from '../../../../addin/api/client.ts';
import { remembering } from '../../../../addin/api/last-known.ts';
import type { AnswerStore, KeptAnswer } from '../../../../addin/api/last-known.ts';
import { offlineCapable } from '../../../../addin/api/offline.ts';
import { createReach, watched } from '../../../../addin/api/reach.ts';
import type { Reach } from '../../../../addin/api/reach.ts';
import { createTransport } from '../../../../addin/api/transport.ts';
import { newId } from '../../../../addin/work/new-id.ts';
import { refreshLedger } from '../../../../addin/features/push/push-ledger.ts';
import { registers } from '../../../../shared/registers/index.ts';
import { newWorkspace } from '../../../support/workspace.ts';
import { FIRST_ROW, LINES, put } from '../../excel/support/ledger-book.ts';
import { clerkWith } from '../push/support.ts';
import type { Clerk } from '../push/support.ts';

/** Without a network scores, receipts and what needs someone are worked out from what was last known and the sheet's rows, as the server would with those rows. */
const PROGRESS = 6;
const AS_OF = '2022-06-30';

let workspace: Awaited<ReturnType<typeof newWorkspace>>;
beforeAll(async () => {
  workspace = await newWorkspace();
});

interface Machine {
  readonly api: PaneApi;
  readonly reach: Reach;
  /** Pulls the network's plug, or puts it back. */
  plug(isIn: boolean): void;
}

/** A pane's client as `taskpane.tsx` builds it, with a memory of its own. */
function machine(key: string, server = workspace.url): Machine {
  let isPlugged = true;
  const kept = new Map<string, KeptAnswer>();
  const store: AnswerStore = {
    get: async (owner, name) => kept.get(`${owner} ${name}`),
    put: async (owner, name, answer) => void kept.set(`${owner} ${name}`, answer),
    clear: async () => kept.clear(),
  };
  const fetching: typeof fetch = (input, init) => (isPlugged ? fetch(input, init) : Promise.reject(new TypeError('no network')));
  const transport = createTransport({ server, key, language: () => 'zh-CN', fetch: fetching, wait: async () => undefined });
  const reach = createReach();
  const client = createClient(remembering(watched(transport, reach), store, async () => 'owner', reach));
  return { api: offlineCapable(client, () => 'zh-CN', reach), reach, plug: (isIn) => (isPlugged = isIn) };
}

/** What the pane asks for in the background while it can. */
async function know({ api }: Machine, unit: string | null): Promise<void> {
  await api.me();
  await api.plan(AS_OF);
  for (const { id } of registers) await api.entries(id);
  await api.scores(AS_OF);
  if (unit !== null) await api.receipt(unit, AS_OF);
}

const refresh = async (clerk: Clerk, api: PaneApi) =>
  refreshLedger({ workbook: clerk.workbook, api, binding: await clerk.binding(), asOf: AS_OF, language: 'zh-CN', timeZone: 'Asia/Shanghai' });

async function figures(api: PaneApi, unit: string) {
  const [scores, receipt, open] = [await api.scores(AS_OF), await api.receipt(unit, AS_OF), await api.openMeasures(AS_OF)];
  // The revision is that of the server's rows: those of the sheet have none yet.
  return { units: scores.units, lines: receipt.lines, total: { score: receipt.score, rank: receipt.rank, tierRank: receipt.tierRank }, open };
}

/** A ledger of four units, pushed. */
async function pushed(api: PaneApi): Promise<Clerk> {
  const more = [
    [4, '区司法局', '公开办事指南', '2022年6月底前', '赵六', '进行中', 20, null],
    [5, '区发改委', '清理中介事项', '2022年6月20日', '张三', '进行中', 10, null],
    [6, '区发改委', '规范招投标', '6月31日', '张三', '进行中', 10, null],
  ] as const;
  const clerk = await clerkWith(api, [...LINES, ...more]);
  await clerk.push(api);
  return clerk;
}

describe('figures without a network', () => {
  test('are those the server gives once the same rows are pushed, for who reads all of them', async () => {
    const here = machine(workspace.key);
    const clerk = await pushed(here.api);
    await know(here, null);
    const before = await figures(here.api, '区司法局');

    here.plug(false);
    put(clerk.sheet, FIRST_ROW + 3, PROGRESS, 90);
    put(clerk.sheet, FIRST_ROW + 4, PROGRESS, '百分之几');
    await refresh(clerk, here.api);
    const ours = await figures(here.api, '区司法局');
    expect(here.reach.isReachable()).toBe(false);
    expect(Date.parse(here.reach.knownAt() ?? '')).toBeLessThanOrEqual(Date.now());
    expect(ours.total.score).not.toBe(before.total.score);
    expect(ours.open.measures.at(-1)).toMatchObject({ flag: 'unreadable', reading: '无法识别：6月31日不存在（6月31日）' });

    here.plug(true);
    const { counts } = await clerk.push(here.api);
    expect(counts).toMatchObject({ updated: 1, rejected: 1 });
    expect(here.reach.knownAt()).toBeNull();
    expect(await figures(here.api, '区司法局')).toEqual(ours);
  });

  test('for a clerk whose plan publishes no scores: the own unit alone, scored anew, without a place', async () => {
    const admin = machine(workspace.key);
    const { key } = await admin.api.createKey({ name: '发改委张三', role: 'clerk', unit: '区发改委' });
    const here = machine(key);
    const clerk = await clerkWith(here.api, [[1, '区发改委', '发改委自己的措施', '2022年6月20日', '张三', '进行中', 10, null]]);
    await clerk.push(here.api);
    await know(here, '区发改委');
    here.plug(false);
    put(clerk.sheet, FIRST_ROW, PROGRESS, 80);
    await refresh(clerk, here.api);
    const ours = await figures(here.api, '区发改委');
    here.plug(true);
    await clerk.push(here.api);
    expect(await figures(here.api, '区发改委')).toEqual(ours);
    expect(ours.units.map(({ unit, rank }) => [unit, rank])).toEqual([['区发改委', null]]);
  });

  test('for a clerk who may see all totals: the own one anew among the last of the others, with the place that follows', async () => {
    const admin = machine(workspace.key);
    const { version, ...plan } = await admin.api.plan(AS_OF);
    await admin.api.changePlan({ ...plan, publishScores: true }, version);
    const { key } = await admin.api.createKey({ name: '司法局李四', role: 'clerk', unit: '区司法局' });
    const here = machine(key);
    const clerk = await clerkWith(here.api, [[1, '区司法局', '司法局自己的措施', '2022年6月20日', '张三', '进行中', 10, null]]);
    await clerk.push(here.api);
    await know(here, '区司法局');
    const before = await figures(here.api, '区司法局');
    here.plug(false);
    put(clerk.sheet, FIRST_ROW, PROGRESS, 95);
    await refresh(clerk, here.api);
    const ours = await figures(here.api, '区司法局');
    expect(ours.units.length).toBeGreaterThan(3);
    expect(ours.units).not.toEqual(before.units);
    here.plug(true);
    await clerk.push(here.api);
    expect(await figures(here.api, '区司法局')).toEqual(ours);
  });

  test('for a clerk also count the months that only others have reported, where reporting itself weighs nothing', async () => {
    const { url, key: adminKey } = await newWorkspace();
    const admin = machine(adminKey, url);
    const { version, ...plan } = await admin.api.plan(AS_OF);
    await admin.api.changePlan({ ...plan, indicators: { ...plan.indicators, reporting: { weight: 0 } } }, version);
    const columns = ['id', 'unit', 'month', 'submittedOn'];
    await admin.api.push('reports', { base: 0, request: newId(), columns, rows: [[newId(), '区司法局', '2022-02', '2022-03-01']] });
    const { key } = await admin.api.createKey({ name: '发改委张三', role: 'clerk', unit: '区发改委' });
    const here = machine(key, url);
    const clerk = await clerkWith(here.api, [[1, '区发改委', '发改委自己的措施', '2022年6月20日', '张三', '进行中', 10, null]]);
    await clerk.push(here.api);
    await know(here, '区发改委');
    const online = await figures(here.api, '区发改委');
    expect(online.lines).toContainEqual(expect.objectContaining({ id: 'missingReport', points: -2 }));

    const whole = { base: 0, asOf: AS_OF, columns: ['id', 'unit', 'title'], rows: [], dryRun: true, request: newId() };
    const [there] = (await here.api.push('measures', whole)).units;
    here.plug(false);
    await refresh(clerk, here.api);
    expect(await figures(here.api, '区发改委')).toEqual(online);
    const [offline] = (await here.api.push('measures', { ...whole, request: newId() })).units;
    expect(offline?.score).toBe(there?.score);
  });

  test('where nothing was ever known it is told that the server cannot be reached', async () => {
    const here = machine(workspace.key);
    here.plug(false);
    await expect(here.api.scores(AS_OF)).rejects.toMatchObject({ code: 'unreachable' });
    await expect(here.api.openMeasures(AS_OF)).rejects.toMatchObject({ code: 'unreachable' });
  });
});
