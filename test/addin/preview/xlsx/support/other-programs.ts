/** Workbooks made and read by other programs: openpyxl and LibreOffice, which `scripts/setup-test-tools.ts` installs. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const fixtures = join(import.meta.dirname, '../../../../fixtures');
// Debian's own Python, where its packages are; elsewhere the one on the path.
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

const workplace = mkdtempSync(join(tmpdir(), 'taizhang-xlsx-'));

function run(command: string, args: readonly string[]): string {
  try {
    return execFileSync(command, args, {
      encoding: 'utf8',
      maxBuffer: 100_000_000,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, HOME: workplace },
    });
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')} failed. These tests need openpyxl and LibreOffice: node scripts/setup-test-tools.ts installs them.`, {
      cause: error,
    });
  }
}

/** The bytes of the workbook that a Python fixture writes. */
export function pythonWorkbook(script: string): Uint8Array {
  const path = join(workplace, `${script}.xlsx`);
  run(python, [join(fixtures, script), path]);
  return readFileSync(path);
}

function seenBy(script: string, bytes: Uint8Array): unknown {
  const path = join(workplace, `seen-${Math.random().toString(36).slice(2)}.xlsx`);
  writeFileSync(path, bytes);
  return JSON.parse(run(python, [join(fixtures, script), path]));
}

/** All that openpyxl sees of a workbook but its charts. */
export function seenByOpenpyxl(bytes: Uint8Array): OpenpyxlBook {
  return seenBy('dump_workbook.py', bytes) as OpenpyxlBook;
}

/** The charts that openpyxl sees in a workbook, by sheet. */
export function chartsSeenByOpenpyxl(bytes: Uint8Array): Record<string, unknown[]> {
  return seenBy('dump_charts.py', bytes) as Record<string, unknown[]>;
}

/** By sheet and address, what openpyxl takes a cell for (`f` a formula, `s` a text, `n` a number), its value as text, and whether it has Excel's mark for text. */
export function textsSeenByOpenpyxl(bytes: Uint8Array): Record<string, Record<string, readonly [type: string, value: string, isMarked: boolean]>> {
  return seenBy('dump_texts.py', bytes) as Record<string, Record<string, readonly [string, string, boolean]>>;
}

export interface OpenpyxlCell {
  value: string;
  fill: string;
  font: string;
  format: string;
  border: string;
  comment: [string, string, number, number] | null;
}

export interface OpenpyxlSheet {
  cells: Record<string, OpenpyxlCell>;
  tables: Record<string, string>;
  merges: string[];
  formats: [string, string[]][];
  validations: string[];
  filter: string;
  [part: string]: unknown;
}

export interface OpenpyxlBook {
  sheets: Record<string, OpenpyxlSheet>;
  [part: string]: unknown;
}

/** A file converted by LibreOffice without a screen; `readAs`: how to read it, such as `--infilter=CSV:44,34,76,1` (comma, quote, UTF-8, from line 1). */
export function convertedByLibreOffice(bytes: Uint8Array, from: string, to: string, readAs: readonly string[] = []): Uint8Array {
  const name = `convert-${Math.random().toString(36).slice(2)}`;
  const source = join(workplace, `${name}.${from}`);
  const target = join(workplace, 'converted');
  writeFileSync(source, bytes);
  run('soffice', ['--headless', `-env:UserInstallation=file://${workplace}/profile`, ...readAs, '--convert-to', to, '--outdir', target, source]);
  const extension = to.split(':')[0] ?? to;
  return readFileSync(join(target, `${basename(name)}.${extension}`));
}
