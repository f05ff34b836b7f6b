import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { EXPORT_FORMAT } from '../../shared/audit/export-line.ts';
import { checkExport, type ExportFault } from '../../shared/audit/export.ts';
import { lineDigest } from '../../shared/audit/line-digest.ts';
import { hashOf } from '../../worker/auth/keys.ts';
import { addKey, columns, measure, startServer, ulid } from './support/server.ts';

let lines: readonly string[];

/** The export of a workspace with measures changed, deleted and put back, units, keys and a draw. */
beforeEach(async () => {
  const server = startServer();
  const [a, b] = [ulid(), ulid()];
  await server.push({ columns, rows: [measure({ id: a, progress: 1, title: '“引号” \u2028 💡' }), measure({ id: b })] });
  await server.push({ columns: ['id', 'name', 'tier'], rows: [[ulid(), '区发改委', '重点']] }, { register: 'units' });
  await server.push({ base: 1, push: ulid(), columns, rows: [measure({ id: a, progress: 40 })] }, { key: await addKey('assessor', null) });
  await server.delete({ base: 3, ids: [b], pending: [ulid()] });
  await server.send('/v1/revisions/3/revert', { method: 'POST' });
  await server.send('/v1/draws', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ of: 'measures', sizes: { key: 1, other: 0 }, parties: ['甲', '乙'] }),
  });
  lines = new TextDecoder()
    .decode(await (await server.send('/v1/export')).arrayBuffer())
    .trimEnd()
    .split('\n');
});

async function faultOf(all: readonly string[]): Promise<ExportFault | null> {
  const check = checkExport(hashOf, null);
  for (const line of all) {
    const fault = await check.follow(line);
    if (fault !== null) return fault;
  }
  return check.end();
}

/** The lines with an end that agrees with them, as who knows the format would write it. */
async function withEnd(body: readonly string[]): Promise<readonly string[]> {
  const digest = lineDigest(hashOf);
  for (const line of body) await digest.add(line);
  const { end } = JSON.parse(lines.at(-1) ?? '') as { end: Record<string, unknown> };
  return [...body, JSON.stringify({ end: { ...end, lines: body.length + 1, digest: await digest.end() } })];
}

const isOfHistory = (line: string): boolean => /^\{"table":"(revision|version)"/.test(line);

type Cells = Record<string, string | number | null>;

/** The line with one cell replaced; null where there is none or it stays the same. */
function withCell(line: string, column: number, value: string | number | null): string | null {
  const { table, row } = JSON.parse(line) as { table?: string; row?: Cells };
  const name = Object.keys(row ?? {}).at(column);
  if (row === undefined || name === undefined || row[name] === value) return null;
  return JSON.stringify({ table, row: { ...row, [name]: value } });
}

/** A change of some lines; null when it would change nothing. */
type Change = (all: readonly string[]) => readonly string[] | null;

const at = fc.nat(10_000);
const place = (all: readonly string[], of: number): number => of % all.length;
const value = fc.oneof(fc.integer(), fc.constantFrom(0, 1, 2, -1, null, '', '1', '[]', '{}', 'x'), fc.string());
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(at, at, value).map(([of, column, to]): Change => (all) => {
    const line = withCell(all[place(all, of)] ?? '', column % 16, to);
    return line === null ? null : all.with(place(all, of), line);
  }),
  fc.tuple(at, at, fc.string({ minLength: 1, maxLength: 3 })).map(([of, from, text]): Change => (all) => {
    const line = all[place(all, of)] ?? '';
    const where = from % line.length;
    const edited = line.slice(0, where) + text.replaceAll('\n', ' ') + line.slice(where + 1);
    return edited === line ? null : all.with(place(all, of), edited);
  }),
  at.map(
    (of): Change =>
      (all) =>
        all.toSpliced(place(all, of), 1),
  ),
  fc.tuple(at, at).map(
    ([of, to]): Change =>
      (all) =>
        all.toSpliced(place(all, to), 0, all[place(all, of)] ?? ''),
  ),
  fc.tuple(at, at).map(([one, other]): Change => (all) => {
    const [i, j] = [place(all, one), place(all, other)];
    return all[i] === all[j] ? null : all.with(i, all[j] ?? '').with(j, all[i] ?? '');
  }),
  at.map(
    (of): Change =>
      (all) =>
        all.slice(0, place(all, of)),
  ),
  fc.tuple(at, fc.constantFrom('entry', 'entry_version', 'sqlite_sequence', 'd1_migrations', '')).map(([of, table]): Change => (all) => {
    const version = all.find((line) => line.startsWith('{"table":"version"')) ?? '';
    return all.toSpliced(place(all, of), 0, version.replace('"version"', JSON.stringify(table)));
  }),
);

describe('an export', () => {
  test('of any workspace stands as it is', async () => {
    expect(lines[0]).toBe(JSON.stringify({ format: EXPORT_FORMAT }));
    expect(new Set(lines.filter((line) => line.startsWith('{"table"')).map((line) => /"table":"(\w+)"/.exec(line)?.[1])).size).toBeGreaterThan(7);
    expect(await faultOf(lines)).toBeNull();
    expect(await withEnd(lines.slice(0, -1))).toEqual(lines);
  });

  test('changed in any line is found, whichever table it is of', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(change, async (by) => {
        const changed = by(lines);
        fc.pre(changed !== null);
        expect(await faultOf(changed)).not.toBeNull();
      }),
      { numRuns: 1_500 },
    );
  });

  test('whose history was changed is found though its end was made to agree', { timeout: 120_000 }, async () => {
    const body = lines.slice(0, -1);
    await fc.assert(
      fc.asyncProperty(change, async (by) => {
        const changed = by(body);
        fc.pre(changed !== null && changed.filter(isOfHistory).join('\n') !== body.filter(isOfHistory).join('\n'));
        expect(await faultOf(await withEnd(changed))).not.toBeNull();
      }),
      { numRuns: 1_500 },
    );
  });

  test.each<[string, (all: readonly string[]) => readonly string[], Partial<ExportFault>]>([
    ['a version of another workspace', (all) => all.map((line) => line.replace(/("version","row":\{"workspace":")\w+/, '$1other')), { why: 'otherWorkspace' }],
    [
      'a deletion made a number that marks none',
      (all) => all.map((line) => line.replace('"deleted":1,"content"', '"deleted":2,"content"')),
      { broken: { revision: 4, why: 'changed' } },
    ],
    ['a key of another workspace', (all) => all.map((line) => line.replace(/("access_key".*"workspace":")\w+/, '$1other')), { why: 'otherWorkspace' }],
    ['an entry beside the history', (all) => [...all, '{"table":"entry","row":{}}'], { why: 'outOfOrder' }],
    ['a plan after the first revision', (all) => [...all, all.find((line) => line.includes('"plan"')) ?? ''], { why: 'outOfOrder' }],
    ['a second workspace', (all) => all.toSpliced(2, 0, '{"table":"workspace","row":{"id":"other"}}'), { why: 'outOfOrder' }],
    ['a name given twice', (all) => all.map((line) => line.replace('"deleted":1,"content"', '"deleted":1,"deleted":1,"content"')), { why: 'notALine' }],
    ['a column more', (all) => all.map((line) => line.replace('"deleted":1,"content"', '"deleted":1,"more":1,"content"')), { why: 'notALine' }],
  ])('with %s and an end that agrees is named', async (_, by, fault) => {
    expect(await faultOf(await withEnd(by(lines.slice(0, -1))))).toMatchObject(fault);
  });
});
