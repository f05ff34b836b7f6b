import { cellAt, type Area, type CellValue, type FilterState, type Sheet } from '../../model/book.ts';
import { invalidArgument, notImplemented } from '../errors.ts';
import { cellText } from '../number-text.ts';

/** As the Excel API has it (`FilterCriteria`): `filterOn` with `values` or `criterion1`, `criterion2`, `operator`. */
export type Criteria = Readonly<Record<string, unknown>>;

type Test = (value: CellValue, text: string) => boolean;

/** Hides the rows below the area's header that a criterion does not let through, and shows the others. */
export function applyFilter(sheet: Sheet, area: Area, criteria: NonNullable<FilterState['criteria']>): void {
  const tests = criteria.flatMap((one, index) => (one ? [{ column: area.column + index, passes: testOf(one) }] : []));
  for (let row = area.row + 1; row < area.row + area.rows; row++) {
    const isShown = tests.every(({ column, passes }) => {
      const cell = cellAt(sheet, row, column);
      return passes(cell.value, cellText(cell.value, cell.style?.numberFormat));
    });
    const line = sheet.rows.get(row);
    if (!isShown) sheet.rows.set(row, { ...line, hidden: true });
    else if (line?.hidden) sheet.rows.set(row, { ...line, hidden: false });
  }
}

function testOf(criteria: Criteria): Test {
  const { filterOn, values, criterion1, criterion2, operator } = criteria as Partial<
    Record<'filterOn' | 'values' | 'criterion1' | 'criterion2' | 'operator', unknown>
  >;
  if (filterOn === 'Values') {
    if (!Array.isArray(values)) throw invalidArgument();
    const wanted = new Set(values.map((value) => String(value).toLowerCase()));
    return (_, text) => wanted.has(text.toLowerCase());
  }
  if (filterOn !== 'Custom') throw notImplemented(`AutoFilter criteria with filterOn '${String(filterOn)}'`);
  const first = customTest(criterion1);
  if (criterion2 === undefined || criterion2 === null) return first;
  const second = customTest(criterion2);
  return operator === 'Or' ? (value, text) => first(value, text) || second(value, text) : (value, text) => first(value, text) && second(value, text);
}

/** `=text` (with `*` and `?`), `<>text`, `>5`, `=` for blank cells. */
function customTest(criterion: unknown): Test {
  const [whole, sign = '=', operand = ''] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(typeof criterion === 'string' ? criterion : '') ?? [];
  if (whole === undefined || whole === '') throw invalidArgument();
  if (sign === '=' || sign === '<>') {
    const pattern = new RegExp(
      `^${operand
        .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
        .replaceAll('*', '[\\s\\S]*')
        .replaceAll('?', '[\\s\\S]')}$`,
      'i',
    );
    return (_, text) => pattern.test(text) === (sign === '=');
  }
  const limit = Number(operand);
  const compare = { '<': (n: number) => n < limit, '<=': (n: number) => n <= limit, '>': (n: number) => n > limit, '>=': (n: number) => n >= limit }[sign];
  return (value) => typeof value === 'number' && compare !== undefined && compare(value);
}
