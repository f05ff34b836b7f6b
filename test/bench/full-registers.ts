import { monotonicFactory } from 'ulid';
import type { Cell } from '../../shared/cell.ts';
import { readRow } from '../../shared/ledger/rows.ts';
import type { Content } from '../../shared/ledger/entry.ts';
import { registerById, type RegisterId } from '../../shared/registers/index.ts';
import { columns, measureRows } from './rows.ts';

/** A row as the worker keeps it. */
export interface KeptRow {
  readonly id: string;
  readonly register: RegisterId;
  readonly content: Content;
}

const ulid = monotonicFactory();
const MONTHS = ['01', '02', '03', '04', '05'];
/** Years before the plan's whose reports are still there. */
const EARLIER_YEARS = [2019, 2020, 2021];
const earlierMonths = EARLIER_YEARS.flatMap((year) => Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`));
const reportMonths = [...earlierMonths, ...MONTHS.map((month) => `2022-${month}`)];

/** The rows of one register as the product itself reads them. Throws for a row that a push would reject. */
function kept(id: RegisterId, names: readonly string[], rows: readonly (readonly Cell[])[]): KeptRow[] {
  const register = registerById(id);
  if (register === undefined) throw new RangeError(id);
  return rows.map((cells) => {
    const { content, problems } = readRow(register, names, cells, { isNew: true });
    if (problems.length > 0) throw new Error(`${id}: ${JSON.stringify(problems)}`);
    return { id: ulid(), register: id, content };
  });
}

/** Rows of all eight registers of the plan year 2022 as they stand in its middle: each unit reports every month, and has three years of reports behind it. */
export function fullRegisters(unitCount: number, measureCount: number): KeptRow[] {
  const units = Array.from({ length: unitCount }, (_, index) => `区第${index}责任局`);
  const each = <Row>(make: (unit: string, index: number) => Row): Row[] => units.map(make);
  const measures = measureRows(measureCount, unitCount).map(([, ...cells]) => cells);
  return [
    ...kept(
      'units',
      ['name', 'tier', 'leader'],
      each((unit, index) => [unit, index % 3 === 0 ? '重点部门' : '其他部门', `负责人${index}`]),
    ),
    ...kept('measures', columns.slice(1), measures),
    ...reportMonths.flatMap((month) =>
      kept(
        'reports',
        ['unit', 'month', 'submittedOn', 'summary'],
        each((unit, index) => [unit, month, lastWorkOf(month, index), `${month} 各项措施按计划推进，完成调度一次`]),
      ),
    ),
    ...kept(
      'inspections',
      ['unit', 'date', 'kind', 'score'],
      each((unit, index) => [unit, '2022-04-15', index % 3 === 0 ? '书面督办' : '实地督查', index % 2 === 0 ? 85 : null]),
    ),
    ...kept(
      'inspections',
      ['unit', 'date', 'kind'],
      each((unit) => [unit, '2022-05-18', '实地走访']),
    ),
    ...kept(
      'problems',
      ['unit', 'title', 'foundOn', 'aspect', 'severity', 'due', 'status', 'closedOn'],
      [0, 1].flatMap((round) =>
        each((unit, index) => {
          const isClosed = (index + round) % 3 !== 0;
          return [
            unit,
            `窗口服务问题 ${round}`,
            '2022-04-15',
            '政务服务',
            index % 2 === 0 ? '一般' : '较重',
            '5月底',
            isClosed ? '已整改' : '整改中',
            isClosed ? '2022-05-20' : null,
          ];
        }),
      ),
    ),
    ...kept(
      'spotchecks',
      ['unit', 'checkedOn', 'result'],
      each((unit, index) => [unit, '2022-05-25', index % 5 === 0 ? '部分属实' : '属实']),
    ),
    ...kept(
      'surveys',
      ['unit', 'date', 'satisfied', 'basically', 'dissatisfied'],
      each((unit, index) => [unit, '2022-06-01', 40 + (index % 30), 15, index % 7]),
    ),
    ...kept(
      'adjustments',
      ['unit', 'date', 'kind', 'points', 'reason'],
      each((unit) => [unit, '2022-06-10', '加分', 0.5, '经验交流']).filter((_, index) => index % 4 === 0),
    ),
  ];
}

/** A day in the month after, on time for most units. */
function lastWorkOf(month: string, index: number): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const day = index % 11 === 0 ? '08' : '02';
  return number === 12 ? `${year + 1}-01-${day}` : `${year}-${String(number + 1).padStart(2, '0')}-${day}`;
}
