import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../shared/ledger/entry.ts';
import { assess, type AssessResult } from '../../../shared/scoring/assess.ts';
import type { Plan } from '../../../shared/scoring/plan.ts';
import type { Receipt } from '../../../shared/scoring/types.ts';
import { AS_OF, calendar, day, measure, plan2022 } from '../support/measures.ts';

const A = measure({ due: '5月底前', status: 'done', completedOn: '2022-05-20' });
const B = measure({ due: '6月15日', status: 'open', progress: 40 });
const C = measure({ due: '年底前', progress: 50 });

function unit(content: Entry['content']): Entry {
  return { id: `U${String(content['name'])}`, register: 'units', revision: 1, content, memory: {} };
}

function score(measures: readonly Entry[], options: { units?: readonly Entry[]; plan?: Plan } = {}): AssessResult {
  return assess({ entries: { units: options.units ?? [], measures }, plan: options.plan ?? plan2022, asOf: day(AS_OF), calendar });
}

function receiptOf(result: AssessResult, name: string): Receipt {
  const receipt = result.receipts.find((candidate) => candidate.unit === name);
  if (receipt === undefined) throw new Error(`no receipt for ${name}`);
  return receipt;
}

describe('the worked example, completion and overdueMeasure alone', () => {
  const receipt = receiptOf(score([A, B, C], { units: [unit({ name: '区发改委', tier: 'key' })] }), '区发改委');

  test('scores 72.33, pass, red', () => {
    expect(receipt).toMatchObject({ tier: 'key', score: 72.33, grade: 'pass', card: 'red', overdue: 1, rank: 1, tierRank: 1 });
  });

  test('its receipt says 2.2/3 for completion and −1 for B', () => {
    const [completion, clause] = receipt.lines.filter(({ kind }) => kind !== 'notAssessed');
    expect(completion).toMatchObject({ kind: 'indicator', id: 'completion', weight: 100 });
    expect(completion?.kind === 'indicator' && completion.x).toBeCloseTo(2.2 / 3, 12);
    expect(completion?.kind === 'indicator' && completion.entries.map(({ gave }) => gave)).toEqual([1, 0.2, 1]);
    expect(clause).toMatchObject({ kind: 'clause', id: 'overdueMeasure', points: -1, entries: [{ id: B.id, role: 'lead', gave: -1 }] });
  });
});

describe('completion', () => {
  test('a co-unit counts half', () => {
    const joint = measure({ unit: '区教育局', coUnits: '区发改委', due: '6月15日', progress: 0 });
    const receipt = receiptOf(score([A, joint]), '区发改委');
    expect(receipt.lines[0]).toMatchObject({ x: expect.closeTo(1 / 1.5, 12) as number });
  });

  test('a row’s weight counts, and a weight of 0 takes it out', () => {
    const heavy = { ...A, content: { ...A.content, weight: 3 } };
    const none = { ...B, content: { ...B.content, weight: 0 } };
    expect(receiptOf(score([heavy, B]), '区发改委').lines[0]).toMatchObject({ x: expect.closeTo(3.2 / 4, 12) as number });
    expect(receiptOf(score([A, none]), '区发改委').lines[0]).toMatchObject({ x: 1 });
  });

  test('with nothing to score it is not assessed, which is neither 0 nor 100', () => {
    const receipt = receiptOf(score([measure({ due: '会议召开前' })]), '区发改委');
    expect(receipt).toMatchObject({ assessed: true, score: null, rank: null, grade: null });
    expect(receipt.lines[0]).toEqual({ kind: 'notAssessed', id: 'completion', reason: { code: 'receipt.noScoredMeasure', params: {} } });
    expect(receipt.lines.filter(({ kind }) => kind !== 'notAssessed')).toEqual([]);
  });
});

describe('overdueMeasure', () => {
  test('costs 1 as lead and 0.5 as co-unit', () => {
    const joint = measure({ unit: '区教育局、区发改委', due: '6月15日', progress: 100, status: 'open' });
    const result = score([A, joint]);
    expect(receiptOf(result, '区教育局').lines.at(-1)).toMatchObject({ kind: 'clause', points: -1 });
    expect(receiptOf(result, '区发改委').lines).toContainEqual(expect.objectContaining({ kind: 'clause', points: -0.5 }));
  });

  test('does not hit what starts later', () => {
    const later = measure({ start: '2022-07-01', due: '2022-06-15' });
    expect(receiptOf(score([A, later]), '区发改委').lines.filter(({ kind }) => kind === 'clause')).toEqual([]);
  });
});

describe('who is scored', () => {
  const visited = unit({ name: '区档案馆' });
  test('units that lead a measure; others are listed without a score', () => {
    const result = score([A], { units: [visited] });
    expect(receiptOf(result, '区档案馆')).toMatchObject({ assessed: false, score: null, rank: null, card: 'grey' });
  });
  test('a row that says no takes a unit out, one that says yes takes it in', () => {
    const units = [unit({ name: '区发改委', assessed: 'no' }), unit({ name: '区档案馆', assessed: 'yes' })];
    const result = score([A], { units });
    expect(receiptOf(result, '区发改委')).toMatchObject({ assessed: false, score: null });
    expect(receiptOf(result, '区档案馆')).toMatchObject({ assessed: true, score: null });
  });
  test('a unit that only supports is not scored', () => {
    const joint = measure({ coUnits: '区司法局', due: '年底前' });
    expect(receiptOf(score([joint]), '区司法局')).toMatchObject({ assessed: false, score: null, card: 'yellow' });
  });
});

describe('the card of a unit', () => {
  const cardOf = (...measures: readonly Entry[]) => {
    const { card, overdue, dueSoon } = receiptOf(score(measures), '区发改委');
    return [card, overdue, dueSoon];
  };
  const [late, soon, behind, fine] = [{ due: '6月15日' }, { due: '7月3日' }, { due: '7月8日' }, { due: '年底前', progress: 50 }];

  test('is red with anything overdue, yellow with anything due soon or behind, else green', () => {
    expect(cardOf(measure(late), measure(soon), measure(fine))).toEqual(['red', 1, 1]);
    expect(cardOf(measure(soon), measure(soon), measure(fine))).toEqual(['yellow', 0, 2]);
    expect(cardOf(measure(behind), measure(fine))).toEqual(['yellow', 0, 0]);
    expect(cardOf(measure(fine), A)).toEqual(['green', 0, 0]);
  });

  test('counts problems as well', () => {
    const problem: Entry = { id: 'P', register: 'problems', revision: 1, content: { unit: '区发改委', foundOn: '2022-05-01', due: '2022-05-31' }, memory: {} };
    const result = assess({ entries: { measures: [measure(fine)], problems: [problem] }, plan: plan2022, asOf: day(AS_OF), calendar });
    expect(receiptOf(result, '区发改委')).toMatchObject({ card: 'red', overdue: 1 });
  });

  test('tells the tier of its row: key, else other', () => {
    const units = [unit({ name: '区发改委', tier: 'key' }), unit({ name: '区档案馆', tier: 'other' }), unit({ name: '区教育局' })];
    expect(score([A], { units }).receipts.map(({ unit: name, tier }) => [name, tier])).toEqual([
      ['区发改委', 'key'],
      ['区档案馆', 'other'],
      ['区教育局', 'other'],
    ]);
  });
});

describe('names', () => {
  test('an alias and the official name are one unit', () => {
    const result = score([A, { ...B, content: { ...B.content, unit: '发展改革委' } }], { units: [unit({ name: '区发改委', aliases: '发展改革委' })] });
    expect(result.receipts).toHaveLength(1);
  });
  test('two spellings of a name nobody knows are one unit', () => {
    const spelled = { ...B, content: { ...B.content, unit: '区 发改委' } };
    expect(score([A, spelled]).receipts).toHaveLength(1);
  });
});

test('measures completed before the period are judged but not scored', () => {
  const old = measure({ due: '2021-12-31', status: 'done', completedOn: '2021-11-30' });
  const result = score([old, B]);
  expect(result.verdicts.get(old.id)?.flag).toBe('done');
  expect(receiptOf(result, '区发改委').lines[0]).toMatchObject({ entries: [{ id: B.id }] });
});

test('the score is cut at 0, and the cut is a line of its own', () => {
  const overdue = Array.from({ length: 3 }, () => measure({ due: '6月15日', progress: 0 }));
  const receipt = receiptOf(score(overdue), '区发改委');
  expect(receipt.score).toBe(0);
  expect(receipt.lines.at(-1)).toEqual({ kind: 'clamp', points: 3 });
});

describe('the first month that counts, where the rows are those of one unit', () => {
  const report = (month: string): Entry => ({
    id: month,
    register: 'reports',
    revision: 1,
    content: { unit: '区发改委', month, submittedOn: '2022-06-01' },
    memory: {},
  });
  const facts = (reportedFrom: string | undefined, months: readonly string[] = []) =>
    assess({ entries: { measures: [C], reports: months.map(report) }, plan: plan2022, asOf: day(AS_OF), calendar, reportedFrom }).facts;

  test('is the one told, unless a report at hand is of an earlier month', () => {
    expect(facts('2022-03').reportedFrom).toBe('2022-03');
    expect(facts('2022-03', ['2022-04']).dueMonths.map(({ month }) => month)).toEqual(['2022-03', '2022-04', '2022-05']);
    expect(facts('2022-03', ['2022-02']).reportedFrom).toBe('2022-02');
    expect(facts(undefined, ['2022-02', '2022-01']).reportedFrom).toBe('2022-01');
    expect(facts(undefined)).toMatchObject({ reportedFrom: null, dueMonths: [] });
  });

  test('is none of a period before', () => {
    expect(facts('2021-12', ['2022-05'])).toMatchObject({ reportedFrom: '2022-05', dueMonths: [{ month: '2022-05' }] });
    expect(facts('2022-01').reportedFrom).toBe('2022-01');
  });
});
