import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content, Entry } from '../../../shared/ledger/entry.ts';
import { foldUnitName, splitUnits, unitDirectory, unitsOfMeasure } from '../../../shared/ledger/unit-names.ts';

function unit(id: string, content: Content): Entry {
  return { id, register: 'units', revision: 1, content, memory: {} };
}

describe('folding names (domain, Unit names)', () => {
  it.each([
    ['乌达区发改委', '发改委'],
    ['区发改委', '发改委'],
    ['发改委', '发改委'],
    [' 区 发改委　', '发改委'],
    ['区发改委（Ａ）', '发改委(A)'],
    ['乌达(dá)区(qū)发改委', '发改委'],
    ['区文化与旅游局', '文化和旅游局'],
    ['烏達(dá)區(qū)發展和改革委員會', '发展和改革委员会'],
    ['區文化與旅遊局', '文化和旅游局'],
    ['烏達(dá)區(qū)', '乌达区'],
    ['区区委办', '委办'],
    ['乌达区', '乌达区'],
    ['区', '区'],
  ])('%s folds to %s', (name, folded) => expect(foldUnitName(name, '乌达区')).toBe(folded));

  it('without a district nothing is taken off', () => expect(foldUnitName('区发改委', '')).toBe('区发改委'));

  it('is idempotent', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('乌达区烏達區旗县發发改委与與和（）()dáqūA　 、')) });
    fc.assert(
      fc.property(text, fc.constantFrom('', '乌达区', '乌 达区', '某旗', '某'), (name, district) => {
        const folded = foldUnitName(name, district);
        expect(foldUnitName(folded, district)).toBe(folded);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('several units in one cell (domain, Registers)', () => {
  it.each<[string, string[]]>([
    ['区发改委', ['区发改委']],
    ['区发改委、区政务服务局', ['区发改委', '区政务服务局']],
    ['甲局，乙局, 丙局；丁局;戊局/己局\n庚局', ['甲局', '乙局', '丙局', '丁局', '戊局', '己局', '庚局']],
    ['牵头单位：区发改委；配合单位：区财政局、区住建局', ['区发改委', '区财政局', '区住建局']],
    ['配合单位：区财政局\n牵头单位：区发改委', ['区发改委', '区财政局']],
    ['区财政局（配合）、区发改委（牵头）', ['区发改委', '区财政局']],
    ['区发改委牵头，区财政局配合', ['区发改委', '区财政局']],
    ['区市场监管局（食品、药品）、区财政局', ['区市场监管局（食品、药品）', '区财政局']],
    ['甲局、、甲局、', ['甲局']],
    ['、；', []],
    ['', []],
  ])('%j names %j', (text, names) => expect(splitUnits(text)).toEqual(names));

  it('the co-units of a measure are those of both cells, less the lead', () => {
    expect(unitsOfMeasure({ unit: '区发改委、区财政局', coUnits: '区住建局、区财政局、区发改委' })).toEqual({ lead: '区发改委', co: ['区财政局', '区住建局'] });
    expect(unitsOfMeasure({ unit: '区发改委' })).toEqual({ lead: '区发改委', co: [] });
  });
});

describe('the directory', () => {
  const development = unit('A', { name: '区发改委', aliases: '发展和改革委员会、发改局' });
  const finance = unit('B', { name: '区财政局', aliases: '区发改委' });
  const directory = unitDirectory([development, finance], '乌达区');

  it('finds a unit by name or alias, however spelt', () => {
    for (const name of ['区发改委', '乌达区发改委', '发改 委', '区发展与改革委员会', '发改局'])
      expect(directory.resolve(name)).toEqual({ name: '区发改委', entry: development });
  });
  it('prefers a name to another unit’s alias', () => expect(directory.resolve('发改委').entry).toBe(development));
  it('gives one name to all spellings of a unit nobody has entered', () => {
    expect(directory.resolve('区医保局')).toEqual({ name: '区医保局', entry: null });
    expect(directory.resolve('乌达区医保局')).toEqual({ name: '区医保局', entry: null });
  });
  it('counts two spellings of one unit once, and the lead not among the co-units', () => {
    const { lead, co } = directory.resolveMeasure({ unit: '区发改委、财政局', coUnits: '乌达区财政局、发改局' });
    expect([lead.name, co.map(({ name }) => name)]).toEqual(['区发改委', ['区财政局']]);
  });
  it('reports rows whose names fold to the same', () => {
    const again = unit('C', { name: '乌达区财政局' });
    expect(unitDirectory([development, finance, again], '乌达区').clashes).toEqual([{ entry: again, first: finance }]);
    expect(directory.clashes).toEqual([]);
  });
});
