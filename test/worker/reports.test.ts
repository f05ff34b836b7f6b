import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Cell } from '../../shared/cell.ts';
import type { VerifyAnswer } from '../../shared/contract/audit.ts';
import type { BulletinAnswer, OrderAnswer, RollupAnswer } from '../../shared/contract/reports.ts';
import { addKey, countOf, startServer, ulid, type Server } from './support/server.ts';

let server: Server;

/** Pushes rows of a register, each with an id of its own; gives the ids. */
async function push(register: string, fields: readonly string[], ...rows: readonly Cell[][]): Promise<string[]> {
  const ids = rows.map(() => ulid());
  await server.push({ columns: ['id', ...fields], rows: rows.map((cells, at) => [ids[at] as string, ...cells]) }, { register });
  return ids;
}

let measures: string[];
let problems: string[];
let reports: string[];

beforeEach(async () => {
  server = startServer({ now: () => new Date('2022-07-01T02:00:00Z') });
  await push('units', ['name', 'aliases', 'tier', 'leader'], ['区发改委', '发展和改革委员会', '重点部门', '王主任'], ['区教育局', null, '其他部门', null]);
  measures = await push(
    'measures',
    ['unit', 'title', 'due', 'status', 'progress', 'completedOn', 'coUnits'],
    ['区发改委', '压减环节', '6月15日前', '进行中', 40, null, '区教育局'],
    ['发展和改革委员会', '公开清单', '2022年5月底前', '已完成', null, '2022-05-20', null],
    ['区教育局', '改善校舍', '7月5日', '进行中', 80, null, null],
  );
  problems = await push(
    'problems',
    ['unit', 'title', 'foundOn', 'aspect', 'due', 'status'],
    ['区发改委', '台账不全', '2022-06-01', '台账管理', '15日内', '整改中'],
    ['区教育局', '回复超期', '2022-06-01', '办理时效', '7月底前', '整改中'],
  );
  await push(
    'inspections',
    ['unit', 'date', 'kind', 'no'],
    ['区发改委', '2022-06-01', '实地督查', '1'],
    ['区教育局', '2022-06-01', '实地督查', '1'],
    ['区教育局', '2022-06-02', '书面督办', '2'],
    ['区档案馆', '2022-06-03', '实地走访', '3'],
  );
  reports = await push('reports', ['unit', 'month', 'submittedOn'], ['区发改委', '2022-05', '2022-06-02'], ['区教育局', '2022-05', '2022-06-09']);
});

async function publishScores(): Promise<void> {
  await env.DB.prepare(`UPDATE plan SET content = json_set(content, '$.publishScores', json('true'))`).run();
}

describe('GET /v1/rollup', () => {
  test('tells of every unit at the end of the month, with the entries behind every figure', async () => {
    const { body } = await server.get<RollupAnswer>('/v1/rollup?month=2022-06');
    expect(body).toMatchObject({ month: '2022-06', asOf: '2022-06-30', previous: '2022-05-31', today: '2022-07-01', reportDeadline: '2022-07-03' });
    expect(body.units.map(({ unit }) => unit).toSorted()).toEqual(['区发改委', '区教育局']);
    const line = body.units.find(({ unit }) => unit === '区发改委');
    expect(line).toMatchObject({
      measures: {
        total: { count: 2, entries: measures.slice(0, 2) },
        done: { count: 1, entries: [measures[1]] },
        overdue: { count: 1, entries: [measures[0]] },
        dueNextMonth: { count: 0, entries: [] },
      },
      report: { state: 'pending', submittedOn: null, entry: null },
      problems: { opened: { count: 1, entries: [problems[0]] }, closed: { count: 0 }, open: { count: 1 }, overdue: { count: 1 } },
    });
    expect(body.entries.find(({ id }) => id === measures[0])).toEqual({ id: measures[0], register: 'measures', unit: '区发改委', title: '压减环节' });
  });

  test('tells of the month’s reports as of today', async () => {
    const { body } = await server.get<RollupAnswer>('/v1/rollup?month=2022-05');
    const states = Object.fromEntries(body.units.map(({ unit, report }) => [unit, report]));
    expect(states).toEqual({
      区发改委: { state: 'onTime', submittedOn: '2022-06-02', entry: reports[0] },
      区教育局: { state: 'late', submittedOn: '2022-06-09', entry: reports[1] },
    });
  });

  test.each(['', '?month=2022-13', '?month=2022-5', '?month=2022-05-01', '?month=2022-05&unit=x'])('refuses %s, and says what was expected', async (query) => {
    const { status, body } = await server.refused(`/v1/rollup${query}`);
    expect([status, body.code]).toEqual([400, 'invalid']);
  });
});

describe('GET /v1/bulletin', () => {
  test('states every figure in words, in the language asked for, and the text in both', async () => {
    const { body } = await server.get<BulletinAnswer>('/v1/bulletin?asOf=2022-06-30');
    const counts = Object.fromEntries(body.figures.map(({ id, count }) => [id, count]));
    expect(counts).toMatchObject({
      unitsWithLists: 2,
      measures: 3,
      inspections: 2,
      fieldInspections: 1,
      writtenInspections: 1,
      writtenOrders: 1,
      unitsVisited: 1,
    });
    expect(counts).toMatchObject({ problems: 2, aspects: 2, problemsClosed: 0, problemsOverdue: 1, redUnits: 2 });
    expect(body.figures[0]).toMatchObject({ code: 'bulletin.unitsWithLists', message: '报送责任清单的单位 2 个' });
    expect(body.text['zh-CN']).toContain('2个单位报送责任清单，共3项措施');
    expect(body.text.en).toContain('2 units have handed in lists with 3 measures');
    expect(body.ranking.map(({ tier, units }) => [tier, units.map(({ unit }) => unit)])).toEqual([
      ['key', ['区发改委']],
      ['other', ['区教育局']],
    ]);

    const english = await server.send('/v1/bulletin?asOf=2022-06-30', { headers: { 'Accept-Language': 'en' } });
    expect((await english.json<BulletinAnswer>()).figures[0]?.message).toBe('2 units with a responsibility list');
  });

  test('carries the head of the history it rests on, in its text too: what verification compares with', async () => {
    const { body } = await server.get<BulletinAnswer>('/v1/bulletin?asOf=2022-06-30');
    expect(body.head).toMatch(new RegExp(`^${body.revision}:[0-9a-f]{64}$`));
    expect(body.text['zh-CN'].split('\n').at(-1)).toBe(`数据校验码 ${body.head}`);
    const verified = await server.get<VerifyAnswer>(`/v1/audit/verify?head=${body.head}`);
    expect(verified.body).toMatchObject({ ok: true, head: { revision: body.revision } });
    const other = await server.get<VerifyAnswer>(`/v1/audit/verify?head=${body.head?.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`);
    expect(other.body).toMatchObject({ ok: false, broken: { revision: body.revision, why: 'rewritten' } });
  });

  test('as of a day before anything, only the lists are there', async () => {
    const { body } = await server.get<BulletinAnswer>('/v1/bulletin?asOf=2022-03-01');
    expect(body.figures.filter(({ count }) => count > 0).map(({ id }) => id)).toEqual(['unitsWithLists', 'measures']);
  });
});

describe('GET /v1/orders/{unit}', () => {
  test('lists what the unit is to see to, numbered, in words', async () => {
    const { body } = await server.get<OrderAnswer>(`/v1/orders/${encodeURIComponent('发展和改革委员会')}?asOf=2022-06-30`);
    expect(body).toMatchObject({ unit: '区发改委', leader: '王主任', title: { message: '督办单' }, number: { message: '督办〔2022〕0630-01号' } });
    expect(body.items.map(({ id, due, daysLeft, wording, leader, left }) => ({ id, due, daysLeft, wording, leader, left: left.message }))).toEqual([
      { id: measures[0], due: '2022-06-15', daysLeft: -15, wording: '6月15日前', leader: '王主任', left: '已逾期15天' },
      { id: problems[0], due: '2022-06-16', daysLeft: -14, wording: '15日内', leader: '王主任', left: '已逾期14天' },
    ]);
    expect(body.reply.map(({ message }) => message)).toEqual(['整改落实情况', '预计完成时间', '主要负责人签字', '反馈日期（盖章）']);
  });

  test('has the same number whenever it is made again that day', async () => {
    const path = `/v1/orders/${encodeURIComponent('区教育局')}?asOf=2022-06-30`;
    const first = await server.get<OrderAnswer>(path);
    await push('measures', ['unit', 'title', 'due'], ['区司法局', '普法', '6月1日']);
    expect((await server.get<OrderAnswer>(path)).body.number).toEqual(first.body.number);
    expect(first.body.number.message).toBe('督办〔2022〕0630-02号');
  });

  describe('keeps the number of a unit that has had one', () => {
    const numberOf = async (unit: string, from = server): Promise<string> =>
      (await from.get<OrderAnswer>(`/v1/orders/${encodeURIComponent(unit)}?asOf=2022-06-30`)).body.number.message;
    const putUnit = async (id: string, name: string, aliases: string | null = null, base = 0): Promise<number> => {
      const { counts, revision } = await server.push({ base, columns: ['id', 'name', 'aliases'], rows: [[id, name, aliases]] }, { register: 'units' });
      expect(counts.inserted + counts.updated).toBe(1);
      return revision;
    };
    /** Ids that come before those of all other rows. */
    const early = (at: number): string => `0000000000000000000000000${at}`;

    test('when rows of units are pushed that come before it', async () => {
      const first = await numberOf('区教育局');
      await putUnit(early(1), '区住建局');
      await server.push({ columns: ['id', 'unit', 'title', 'due'], rows: [[early(2), '区司法局', '普法', '6月1日']] });
      expect(await numberOf('区教育局')).toBe(first);
      const all = await Promise.all(['区发改委', '区教育局', '区住建局', '区司法局', '区档案馆'].map((unit) => numberOf(unit)));
      expect(new Set(all).size).toBe(5);
    });

    test('when it gets a row, is renamed in it, or is found by an alias; what it was called before is another unit', async () => {
      const first = await numberOf('区档案馆');
      const id = early(1);
      const base = await putUnit(id, '乌达区档案局', '区档案馆');
      expect(await numberOf('区档案馆')).toBe(first);
      await putUnit(id, '区史志档案局', null, base);
      expect(await numberOf('区史志档案局')).toBe(first);
      expect(await numberOf('区档案馆')).not.toBe(first);
    });

    test('when many are asked for at once, of one unit and of several, in several isolates', async () => {
      const units = Array.from({ length: 6 }, (_, at) => `区第${at}局`);
      await push('measures', ['unit', 'title', 'due'], ...units.map((unit) => [unit, '措施', '6月1日']));
      const servers = [server, startServer(), startServer()];
      const asked = [...units, ...units, ...units];
      const numbers = await Promise.all(asked.map((unit, at) => numberOf(unit, servers[at % 3])));
      expect(new Set(numbers).size).toBe(units.length);
      expect(numbers).toEqual(asked.map((unit) => numbers[units.indexOf(unit)]));
    });

    test('and tells none, and keeps none, to who may not make orders', async () => {
      const viewer = await addKey('viewer', null);
      await server.refused(`/v1/orders/${encodeURIComponent('区发改委')}`, { key: viewer });
      await server.refused(`/v1/orders/${encodeURIComponent('区某局')}`);
      expect(await countOf('order_place')).toBe(0);
    });
  });

  test('is empty for a unit with nothing to see to, and refused for one nobody knows', async () => {
    expect((await server.get<OrderAnswer>(`/v1/orders/${encodeURIComponent('区档案馆')}?asOf=2022-06-30`)).body.items).toEqual([]);
    const refused = await server.refused(`/v1/orders/${encodeURIComponent('区某局')}`);
    expect([refused.status, refused.body.code]).toEqual([404, 'unitUnknown']);
  });

  test.each(['clerk', 'viewer'] as const)('is not for a %s', async (role) => {
    const key = await addKey(role, role === 'clerk' ? '区发改委' : null);
    const refused = await server.refused(`/v1/orders/${encodeURIComponent('区发改委')}`, { key });
    expect([refused.status, refused.body.code]).toEqual([403, 'roleForbids']);
  });
});

describe('a clerk', () => {
  const OTHERS = ['区发改委', '压减环节', '公开清单', '台账不全', '台账管理', '王主任'];

  test('sees the own unit alone, and nothing of the others, while scores are not published', async () => {
    const clerk = await addKey('clerk', '区教育局');
    const rollup = await server.get<RollupAnswer>('/v1/rollup?month=2022-06', clerk);
    expect(rollup.body.units.map(({ unit }) => unit)).toEqual(['区教育局']);
    const bulletin = await server.get<BulletinAnswer>('/v1/bulletin?asOf=2022-06-30', clerk);
    expect(bulletin.body.unit).toBe('区教育局');
    const counts = Object.fromEntries(bulletin.body.figures.map(({ id, count }) => [id, count]));
    expect(counts).toMatchObject({ unitsWithLists: 1, measures: 1, inspections: 2, problems: 1, unitsVisited: 0 });
    const told = bulletin.body.figures.filter(({ id }) => id !== 'redUnits');
    for (const word of OTHERS) expect(JSON.stringify([rollup.body, told, bulletin.body.text, bulletin.body.ranking])).not.toContain(word);
    expect(bulletin.body.text['zh-CN']).toMatch(/^其他部门得分：区教育局[\d.]+分（.+）。$/m);
    expect(bulletin.body.text.en).toMatch(/^Score, other departments: 区教育局 [\d.]+ \(.+\)\.$/m);
    // What it supports is the clerk's to read: that is why the unit is red.
    expect(bulletin.body.figures.find(({ id }) => id === 'redUnits')?.groups).toEqual([{ name: '区教育局', entries: [measures[0]] }]);
  });

  test('sees everyone’s figures once scores are published, but no entry of others behind them', async () => {
    await publishScores();
    server = startServer({ now: () => new Date('2022-07-01T02:00:00Z') });
    const clerk = await addKey('clerk', '区教育局');
    const rollup = await server.get<RollupAnswer>('/v1/rollup?month=2022-05', clerk);
    const line = rollup.body.units.find(({ unit }) => unit === '区发改委');
    expect(line).toMatchObject({ measures: { total: { count: 2, entries: [measures[0]] } }, report: { state: 'onTime', submittedOn: null, entry: null } });
    const bulletin = await server.get<BulletinAnswer>('/v1/bulletin?asOf=2022-06-30', clerk);
    expect(bulletin.body.figures.find(({ id }) => id === 'problems')).toMatchObject({ count: 2, entries: [problems[1]] });
    for (const word of ['公开清单', '台账不全']) expect(JSON.stringify([rollup.body, bulletin.body])).not.toContain(word);
  });
});
