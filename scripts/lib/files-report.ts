import { dayText } from '../../addin/ui/time-text.ts';
import type { FileOutcome, LeftRow, SheetOutcome } from '../../addin/features/import/outcome.ts';
import { registerById } from '../../shared/registers/index.ts';
import type { PaneWords } from './pane-words.ts';

const shown = ['inserted', 'updated', 'unchanged', 'incoming', 'conflict', 'rejected'] as const;
const marks = { taken: '✓', partly: '!', failed: '✗', cancelled: '-' } as const;

/** What became of files, with days in the workspace's zone, for a person: a line a file, a line a ledger, a line for everything left. */
export function filesText(outcomes: readonly FileOutcome[], words: PaneWords, timeZone: string): string {
  return outcomes.flatMap((outcome) => linesOf(outcome, words, timeZone)).join('\n');
}

function linesOf({ name, state, made, sheets, others, reports = [], fault }: FileOutcome, words: PaneWords, timeZone: string): readonly string[] {
  const { t } = words;
  return [
    `${marks[state]} ${name}  ${fault === null ? t(`files.state.${state}`) : words.fault(fault)}`,
    ...(made === null ? [] : [`    ${t('files.madeBy', { by: made.by, at: dayText(made.at, timeZone) })}`]),
    ...sheets.flatMap((sheet) => sheetLines(sheet, words, timeZone)),
    ...(fault === null && others.length > 0 ? [`    ${t('files.others', { names: others.join(t('common.listSeparator')) })}`] : []),
    ...(fault === null && reports.length > 0 ? [`    ${t('files.reports', { names: reports.join(t('common.listSeparator')) })}`] : []),
  ];
}

function sheetLines({ sheet, register, counts, revision, left, fault }: SheetOutcome, words: PaneWords, timeZone: string): readonly string[] {
  const { t, language } = words;
  const head = t('files.sheet', { sheet, register: registerById(register)?.label[language] ?? register });
  if (counts === null) return [`    ${head}  ${words.fault(fault)}`];
  const told = shown.filter((one) => counts[one] > 0).map((one) => t(`files.outcome.${one}`, { count: counts[one] }));
  const facts = [...(told.length > 0 ? told : [t('files.empty')]), ...(revision === null ? [] : [t('files.revision', { n: revision })])];
  return [
    `    ${head}  ${facts.join(' · ')}`,
    ...left.map((row) => `        ${row.address}${row.header === null ? '' : ` ${row.header}`}  ${reasonOf(row, words, timeZone)}`),
  ];
}

function reasonOf({ message, theirs }: LeftRow, { t }: PaneWords, timeZone: string): string {
  return theirs === null ? message : t('files.conflictWith', { by: theirs.by, at: dayText(theirs.at, timeZone) });
}

/** The same for a program. */
export function filesJson(outcomes: readonly FileOutcome[], words: PaneWords): unknown {
  return outcomes.map(({ fault, sheets, ...file }) => ({
    ...file,
    fault: fault === null ? null : words.fault(fault),
    sheets: sheets.map((sheet) => ({ ...sheet, fault: sheet.fault === null ? null : words.fault(sheet.fault) })),
  }));
}
