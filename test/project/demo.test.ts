import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../scripts/lib/project.ts';
import { registerIds } from '../../shared/registers/types.ts';
import { convertedByLibreOffice, pythonWorkbook, seenByOpenpyxl } from '../addin/preview/xlsx/support/other-programs.ts';
import { runScript } from './support/run-script.ts';

let folder: string;

const demo = (...args: string[]) => runScript('demo', args);

interface DemoRow {
  readonly register: string;
  readonly row: number;
  readonly address: string;
  readonly outcome: string;
  readonly reason?: string;
  readonly flag?: string;
  readonly card?: string;
  readonly due?: string;
  readonly daysLeft?: number;
  readonly score?: number;
  readonly issues?: readonly { readonly address: string; readonly code: string }[];
}

interface DemoJson {
  readonly rows: readonly DemoRow[];
  readonly ledgers: readonly { readonly register: string; readonly counts: Readonly<Record<string, number>> }[];
  readonly notAssessed: readonly string[];
  readonly units: readonly { readonly unit: string; readonly score: number; readonly grade: string; readonly card: string; readonly tier: string }[];
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taizhang-demo-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('npm run demo', { timeout: 180_000 }, () => {
  test('pushes every register of the sample ledger, prints its 13 units with score, grade and card, and writes the scored workbook', async () => {
    const out = join(folder, 'sample.xlsx');
    const { code, stdout } = await demo('--json');
    expect(code).toBe(0);
    const { ledgers, rows, units, notAssessed } = JSON.parse(stdout) as DemoJson;
    expect(ledgers.map(({ register }) => register)).toEqual(registerIds);
    expect(units).toHaveLength(13);
    expect(notAssessed).toHaveLength(40);
    expect(units.filter(({ tier }) => tier === 'key').map(({ unit }) => unit)).toEqual(
      expect.arrayContaining(['区发改委', '区政务服务局', '区市场监督管理局']),
    );
    expect(rows.filter(({ register }) => register === 'measures')).toHaveLength(73);
    expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['inserted']));

    await writeFile(out, await readFile(inProject('dist/sample-scored.xlsx')));
    const table = await demo(out, join(folder, 'again.xlsx'), '--as-of', '2022-06-30', '--lang', 'en');
    expect(table.code).toBe(0);
    for (const { unit, score, card } of units) {
      const line = table.stdout.split('\n').find((text) => text.includes(`  ${unit} `));
      expect(line).toContain(score.toFixed(2));
      expect(line).toContain(card);
    }
    expect(table.stdout).toContain('40 more units are named in the ledgers and not assessed');
    expect(notAssessed.filter((unit) => table.stdout.includes(unit))).toEqual([]);
  });

  test('takes a workbook written by openpyxl: the worked example, with the rows at fault named and the rest of the file kept', async () => {
    const [input, output] = [join(folder, 'in.xlsx'), join(folder, 'out.xlsx')];
    const written = pythonWorkbook('clerk_ledger.py');
    await writeFile(input, written);
    const { code, stdout, stderr } = await demo(input, output, '--as-of', '2022-06-30', '--json');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const { rows, units } = JSON.parse(stdout) as DemoJson;

    expect(units).toMatchObject([{ unit: '区发改委', score: 72.33, grade: 'pass', card: 'red' }]);
    const byRow = new Map(rows.map((row) => [row.row, row]));
    expect(byRow.get(3)).toMatchObject({ outcome: 'inserted', flag: 'done', card: 'green', due: '2022-05-31', score: 100 });
    expect(byRow.get(4)).toMatchObject({ outcome: 'inserted', flag: 'overdue', card: 'red', due: '2022-06-15', daysLeft: -15, score: 20 });
    expect(byRow.get(5)).toMatchObject({ outcome: 'inserted', flag: 'onTrack', due: '2022-12-31', score: 100 });
    expect(byRow.get(6)).toMatchObject({ outcome: 'rejected', issues: [{ address: 'B6', code: 'required' }] });
    expect(byRow.get(7)).toMatchObject({ outcome: 'rejected', issues: [{ address: 'C7', code: 'errorValue' }] });
    expect(byRow.get(8)).toMatchObject({ outcome: 'skipped', reason: 'problem.skippedNote' });

    const [before, after] = [seenByOpenpyxl(written), seenByOpenpyxl(await readFile(output))].map((book) => book.sheets['责任清单']);
    expect(after?.merges).toEqual(['A1:G1']);
    expect(after?.cells).toMatchObject(before?.cells ?? {});
    expect(after?.cells['I4']?.value).toBe('已逾期');
  });

  test('takes a workbook written by LibreOffice', async () => {
    const [input, output] = [join(folder, 'calc.xlsx'), join(folder, 'calc-out.xlsx')];
    await writeFile(input, convertedByLibreOffice(convertedByLibreOffice(pythonWorkbook('clerk_ledger.py'), 'xlsx', 'ods'), 'ods', 'xlsx'));
    const { code, stdout } = await demo(input, output, '--as-of', '2022-06-30', '--json');
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as DemoJson).units).toMatchObject([{ unit: '区发改委', score: 72.33, card: 'red' }]);
  });

  test('says in a line what is wrong with its input', async () => {
    const notes = join(folder, 'notes.xlsx');
    await writeFile(notes, 'not a workbook');
    expect(await demo(notes, join(folder, 'x.xlsx'))).toMatchObject({ code: 2, stderr: expect.stringContaining('notXlsx') as string });
    expect(await demo(join(folder, 'absent.xlsx'), join(folder, 'x.xlsx'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('absent.xlsx') as string,
    });
    expect(await demo('--as-of', '2022-06-31')).toMatchObject({ code: 2, stderr: expect.stringContaining('2022-06-31') as string });
  });
});
