/**
 * `npm run demo -- in.xlsx out.xlsx`: the main job unattended. Options: `--as-of 2022-06-30` (its year is the plan's; default: the day
 * pinned in the workbook, else today), `--json`, `--screenshot out.png`, `--lang en`. Without files: the sample ledger.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sampleLedger } from '../addin/preview/sample/ledger.ts';
import { openXlsx, saveXlsx, XlsxError } from '../addin/preview/xlsx/index.ts';
import { parseIso } from '../shared/calendar/day.ts';
import type { Language } from '../shared/message.ts';
import { countsLine, demoJson, unitsTable } from './lib/demo-report.ts';
import { inProject } from './lib/project.ts';
import { NoLedgerError, scoreWorkbook } from './lib/score-workbook.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'as-of': { type: 'string' }, json: { type: 'boolean' }, screenshot: { type: 'string' }, lang: { type: 'string', default: 'zh-CN' } },
});
const [input, output = inProject('dist/sample-scored.xlsx')] = positionals;
const language: Language = values.lang === 'en' ? 'en' : 'zh-CN';

/** Ends the run with a message instead of a stack: the input is at fault, not the program. */
function refuse(words: string): never {
  console.error(words);
  process.exit(2);
}

if (positionals.length > 2 || (input !== undefined && positionals.length < 2))
  refuse('usage: npm run demo -- in.xlsx out.xlsx [--as-of YYYY-MM-DD] [--json] [--screenshot out.png] [--lang en]');

try {
  const book = input === undefined ? await sampleLedger() : await openXlsx(await readFile(input), basename(input));
  const pinned = book.settings.get('taizhang.asOf');
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const asOf = values['as-of'] ?? (typeof pinned === 'string' ? pinned : today);
  if (parseIso(asOf) === null) refuse(`--as-of ${asOf}: expected a date YYYY-MM-DD that exists`);

  const scored = await scoreWorkbook(book, { asOf, language });
  const bytes = await saveXlsx(book);
  await mkdir(dirname(resolve(output)), { recursive: true });
  await writeFile(output, bytes);
  if (values.screenshot !== undefined) {
    // The picture shows the scored list, without one the ledger pushed last; the file opens where it opened before.
    const shown = scored.reports.find(({ binding }) => binding.register === 'measures') ?? scored.reports.at(-1);
    book.activeSheet = book.sheetNamed(shown?.binding.sheetName ?? '') ?? book.activeSheet;
    // The browser is loaded only for a picture.
    const { screenshotOf } = await import('./lib/screenshot.ts');
    await screenshotOf(await saveXlsx(book), basename(output), values.screenshot);
  }

  if (values.json) console.log(JSON.stringify(demoJson(scored, asOf), null, 2));
  else {
    for (const report of scored.reports) console.log(countsLine(report));
    for (const report of scored.reports) {
      for (const row of report.rows.filter(({ outcome }) => outcome === 'rejected')) {
        console.log(`  row ${row.sheetRow + 1} rejected: ${row.issues.map(({ address, message }) => `${address} ${message}`).join('; ')}`);
      }
    }
    console.log(`\nas of ${asOf}\n${unitsTable(scored.units, language)}\n\nwritten to ${output}`);
  }
} catch (error) {
  if (error instanceof XlsxError) refuse(`${input ?? ''}: ${error.message}`);
  if (error instanceof NoLedgerError) refuse(error.message);
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') refuse(error.message);
  throw error;
}
