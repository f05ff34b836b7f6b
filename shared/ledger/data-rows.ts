import type { Cell } from '../cell.ts';
import { foldWidth } from '../text/fold.ts';
import { registerById } from '../registers/index.ts';
import type { RegisterId } from '../registers/index.ts';
import { isBlank, textOf } from './cells.ts';
import { findResultColumns } from './result-columns.ts';
import { foldHeader, isRunningNumber } from './header.ts';

/** Why a row below the header is no entry; each is a message code. */
export type SkipReason = 'problem.skippedBlank' | 'problem.skippedSection' | 'problem.skippedTotal' | 'problem.skippedNote' | 'problem.skippedHeader';

/** What must be known of a ledger to tell its rows apart: a guess, or what the clerk confirmed. */
export interface LedgerColumns {
  readonly register: RegisterId;
  readonly headerRow: number;
  readonly columns: readonly { readonly column: number; readonly field: string | null }[];
}

/** The rows below a header: which are entries, and which are not and why. Zero-based positions in the cells given. */
export interface DataRows {
  readonly entries: readonly number[];
  /** Up to the last row that holds anything; the emptiness below is not listed. */
  readonly skipped: readonly { readonly row: number; readonly reason: SkipReason }[];
}

const TOTAL = /^[(（]?(?:[本全]?[页表])?(?:小计|合计|总计|累计|共计|总数)[)）]?$/;
const TOTAL_OF = /^(?:小计|合计|总计|累计|共计|总数)(?:[:：]|\d)/;
const SUBTOTAL_OF = /.(?:小计|合计)$/;
const SECTION =
  /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．)）:： ]|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十\d]{1,3}(?:部分|类|章|批|组))/;
const SIGNATURE =
  /^(?:(?:填表|填报|制表|审核|复核|审批|报送|联系|统计|经办|单位负责|主要负责)(?:人|单位|部门|日期|时间|电话|方式|负责人)|分管领导|单位领导|主要领导|单位)(?:[(（](?:签字|签名|盖章|公章)[)）])?[:：]/;
const SIGNATURE_OF = /^(?:填表|填报|制表|审核|复核|审批|签字|签名|盖章)[:：]|^单位[(（](?:盖章|公章)[)）]/;
const REMARK = /^(?:※|(?:备?注|说明|填表说明|填报说明|附注)\d?[:：.、])/;

/**
 * Sorts the rows below a ledger's header into entries and others (domain, Rejected rows): rows with nothing but 序号 or
 * formulas, section rows (一、…), totals, notes and signatures below the table, repeated headers. A row that is doubtful is an
 * entry, so that its faults are said.
 *
 * `isFormula` tells cells whose value is only computed; `endRow` ends the ledger early (another one begins there).
 */
export function dataRows(
  cells: readonly (readonly Cell[])[],
  ledger: LedgerColumns,
  options: { readonly isFormula?: (row: number, column: number) => boolean; readonly endRow?: number } = {},
): DataRows {
  const layout = layoutOf(cells[ledger.headerRow] ?? [], ledger);
  const entries: number[] = [];
  const skipped: { row: number; reason: SkipReason }[] = [];
  const end = Math.min(cells.length, options.endRow ?? cells.length);
  let blankSince: number | null = null;
  for (let row = ledger.headerRow + 1; row < end; row += 1) {
    const reason = reasonToSkip(cells[row] ?? [], layout, (column) => options.isFormula?.(row, column) === true);
    if (reason === 'problem.skippedBlank') {
      blankSince ??= row;
      continue;
    }
    if (blankSince !== null) for (let blank = blankSince; blank < row; blank += 1) skipped.push({ row: blank, reason: 'problem.skippedBlank' });
    blankSince = null;
    if (reason === null) entries.push(row);
    else skipped.push({ row, reason });
  }
  return { entries, skipped };
}

/** Where in a row the ledger's things stand. */
interface Layout {
  /** The columns that feed fields. */
  readonly mapped: readonly number[];
  readonly required: readonly number[];
  /** Every column but our own results: 序号, unmatched and unnamed ones too. */
  readonly all: readonly number[];
  readonly runningNumber: number | null;
  /** The folded header of each mapped column. */
  readonly headers: ReadonlyMap<number, string>;
}

function layoutOf(header: readonly Cell[], ledger: LedgerColumns): Layout {
  const register = registerById(ledger.register);
  const own = findResultColumns(header);
  const fed = ledger.columns.filter(({ field }) => field !== null);
  const mapped = fed.map(({ column }) => column);
  const isRequired = (field: string | null) => register?.fields.some((candidate) => candidate.id === field && candidate.required) === true;
  const runningNumber = header.findIndex((cell) => typeof cell === 'string' && isRunningNumber(cell));
  return {
    mapped,
    required: fed.filter(({ field }) => isRequired(field)).map(({ column }) => column),
    all: Array.from(header.keys()).filter((column) => !own.has(column)),
    runningNumber: runningNumber === -1 ? null : runningNumber,
    headers: new Map(mapped.map((column) => [column, foldHeader(textOf(header[column] ?? null))])),
  };
}

function reasonToSkip(row: readonly Cell[], layout: Layout, isFormula: (column: number) => boolean): SkipReason | null {
  const isShown = (column: number) => !isBlank(row[column] ?? null);
  const isTyped = (column: number) => isShown(column) && !isFormula(column);
  const isText = (column: number) => isShown(column) && typeof row[column] === 'string';
  // Formulas alone make no entry, unless they give what an entry must have: a ledger drawn from another sheet.
  const hasRequired = layout.required.length > 0 && layout.required.every((column) => isTyped(column) || isText(column));
  const filled = hasRequired ? firstOf(layout.all, isShown) : layout.all.filter(isTyped);
  const [firstColumn] = filled;
  if (firstColumn === undefined) return 'problem.skippedBlank';
  const first = row[firstColumn] ?? null;
  if (typeof first === 'string') {
    const reason = hasRequired
      ? wordsOfFull(first)
      : wordsOf(foldWidth(textOf(first)), { isAlone: filled.length === 1, inNumber: firstColumn === layout.runningNumber });
    if (reason !== null) return reason;
  }
  if (!hasRequired && !layout.mapped.some(isTyped)) return 'problem.skippedBlank';
  return repeatsHeader(row, layout) ? 'problem.skippedHeader' : null;
}

function firstOf(columns: readonly number[], isShown: (column: number) => boolean): readonly number[] {
  const first = columns.find(isShown);
  return first === undefined ? [] : [first];
}

/** A row that has all an entry must have is one, unless its first words leave no doubt. */
function wordsOfFull(first: string): SkipReason | null {
  const compact = foldWidth(first).replace(/\s+/g, '');
  if (TOTAL.test(compact)) return 'problem.skippedTotal';
  return SIGNATURE.test(compact) ? 'problem.skippedNote' : null;
}

function wordsOf(text: string, { isAlone, inNumber }: { isAlone: boolean; inNumber: boolean }): SkipReason | null {
  const compact = text.replace(/\s+/g, '');
  if (TOTAL.test(compact) || TOTAL_OF.test(compact) || SUBTOTAL_OF.test(compact)) return 'problem.skippedTotal';
  if (SIGNATURE.test(compact) || SIGNATURE_OF.test(compact) || (isAlone && REMARK.test(compact))) return 'problem.skippedNote';
  if (SECTION.test(text) && (isAlone || inNumber)) return 'problem.skippedSection';
  return isAlone && inNumber && !/^\d/.test(compact) ? 'problem.skippedSection' : null;
}

/** A header printed again on the next page, or the row of column numbers 1, 2, 3 … that some forms have. */
function repeatsHeader(row: readonly Cell[], layout: Layout): boolean {
  const [firstColumn] = layout.mapped;
  if (firstColumn === undefined) return false;
  const first = row[firstColumn] ?? null;
  if (typeof first === 'string' && first.length <= 60 && foldHeader(first) === layout.headers.get(firstColumn)) {
    return layout.mapped.every((column) => isBlank(row[column] ?? null) || foldHeader(textOf(row[column] ?? null)) === layout.headers.get(column));
  }
  const numbers = layout.mapped.map((column) => Number(row[column] ?? Number.NaN));
  return numbers.length > 2 && numbers.every((number, at) => Number.isInteger(number) && number < 100 && number > (numbers[at - 1] ?? 0));
}
