import fc from 'fast-check';
import type { Content, Entry } from '../../../shared/ledger/entry.ts';
import { registerIds, type RegisterId } from '../../../shared/registers/types.ts';

/** The live entries of a workspace by register, in order of id. */
export type Workspace = Readonly<Record<RegisterId, readonly Entry[]>>;

/** Rows that name units by their names, by an alias, spelled otherwise, and several together; 区司法局 has no row of its own. */
const unit = fc.constantFrom(
  '区发改委',
  '发展改革委',
  '区教育局',
  '区 教育局',
  '区住建局',
  '区司法局',
  '区 司法局',
  '区发改委、区教育局',
  '区司法局；区住建局',
);

/** Days around the period of 2022 and around the days that scores are asked for. */
const days = ['2021-06-10', '2021-12-20', '2021-12-31', '2022-01-01', '2022-02-03', '2022-04-15', '2022-05-31', '2022-06-03', '2022-06-15', '2022-06-30'];
const laterDays = ['2022-07-05', '2022-11-30', '2022-12-31', '2023-01-01', '2023-02-02'];
const day = fc.constantFrom(...days, ...laterDays);
const month = fc.constantFrom('2021-11', '2021-12', '2022-01', '2022-02', '2022-03', '2022-04', '2022-05', '2022-06', '2022-12', '2023-01');
const due = fc.constantFrom(
  '5月底',
  '6月15日',
  '年底前',
  '2021年底前',
  '2023年6月底',
  '长期坚持',
  '每月25日前',
  '每季度末',
  '会议召开前',
  '15日内',
  '立行立改',
);
const progress = fc.integer({ min: 0, max: 100 });
const score = fc.integer({ min: 0, max: 100 });
/** Entries that other rows are about; some are not there. */
const ref = fc.constantFrom(
  ...['measures', 'problems', 'reports', 'inspections'].flatMap((register) => [0, 1, 2].map((at) => idOf(register as RegisterId, at))),
);

/** The id of the row of a register at a place. Ids of all registers are mixed, as those of pushes are. */
function idOf(register: RegisterId, at: number): string {
  return `${String((at * 37 + registerIds.indexOf(register) * 53) % 997).padStart(4, '0')}-${register}-${at}`;
}

/** A row with the fields that every one has, and some of those that it may have. */
function rows(
  needed: Readonly<Record<string, fc.Arbitrary<string | number>>>,
  optional: Readonly<Record<string, fc.Arbitrary<string | number>>>,
  most: number,
): fc.Arbitrary<Content[]> {
  return fc.array(fc.record({ ...needed, ...optional }, { requiredKeys: Object.keys(needed) }) as fc.Arbitrary<Content>, { maxLength: most });
}

const contents: Readonly<Record<RegisterId, fc.Arbitrary<Content[]>>> = {
  units: fc.subarray<Content>([
    { name: '区发改委', aliases: '发展改革委', tier: 'key' },
    { name: '区教育局', tier: 'other', assessed: 'yes' },
    { name: '区住建局', tier: 'key', assessed: 'no' },
    { name: '区档案馆', assessed: 'yes' },
  ]),
  measures: rows(
    { unit, title: fc.constant('措施') },
    {
      coUnits: unit,
      due,
      start: day,
      status: fc.constantFrom('done', 'open', 'notStarted', '部分完成'),
      progress,
      completedOn: day,
      weight: fc.constantFrom(0, 0.5, 1, 3),
    },
    9,
  ),
  reports: rows({ unit, month, submittedOn: day }, {}, 9),
  inspections: rows({ unit, date: day, kind: fc.constantFrom('field', 'written', 'routine', 'annual', 'visit') }, { score, ref, no: fc.constant('1') }, 6),
  problems: rows(
    { unit, title: fc.constant('问题'), foundOn: day },
    { due, status: fc.constantFrom('done', 'open', '整改反复'), closedOn: day, severity: fc.constantFrom('minor', 'major', 'serious') },
    6,
  ),
  spotchecks: rows({ unit, checkedOn: day, result: fc.constantFrom('true', 'partly', 'false') }, { ref }, 5),
  surveys: fc
    .tuple(rows({ unit, date: day, satisfied: score, basically: score, dissatisfied: score }, {}, 2), rows({ unit, date: day, score }, {}, 2))
    .map(([counted, scored]) => [...counted, ...scored]),
  adjustments: rows(
    { unit, date: day, kind: fc.constantFrom('bonus', 'deduction', 'veto'), points: fc.constantFrom(0.5, 2, 30), reason: fc.constant('通报') },
    { ref },
    4,
  ),
};

/** Any workspace with rows of all registers. */
export const anyWorkspace: fc.Arbitrary<Workspace> = fc.record(contents).map(
  (found) =>
    Object.fromEntries(
      registerIds.map((register) => [
        register,
        found[register]
          .map((content, at): Entry => ({
            id: idOf(register, at),
            register,
            revision: 1,
            content,
            memory: content['due'] === undefined ? {} : { wordedOn: '2022-02-01' },
          }))
          .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      ]),
    ) as unknown as Workspace,
);

/** Days to ask for scores on: in the period, at its ends, and outside. */
export const anyAsOf: fc.Arbitrary<string> = fc.constantFrom('2021-12-31', '2022-01-01', '2022-03-10', '2022-06-14', '2022-06-30', '2022-12-31', '2023-01-15');
