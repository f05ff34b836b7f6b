import * as fc from 'fast-check';
import { monotonicFactory } from 'ulid';
import type { Cell } from '../../../shared/cell.ts';

const ulid = monotonicFactory();

export const columns = ['id', 'unit', 'title', 'due', 'status', 'progress', 'completedOn', 'weight'] as const;
export type Column = (typeof columns)[number];

/** A row of `columns` that is taken. */
export const goodRow = (): Cell[] => [ulid(), '区发改委', '推进项目', '年底前', '进行中', 40, null, 1];

const errorValue = fc.constantFrom('#REF!', '#N/A', '#DIV/0!', '#VALUE!', '#NAME?');
const blank = fc.constantFrom<Cell>(null, '', '  ', '\u3000\t');
/** What cannot stand in a column. */
const bad: Readonly<Partial<Record<Column, fc.Arbitrary<Cell>>>> = {
  id: fc.oneof(blank, fc.integer({ max: -1 }), fc.boolean(), fc.string({ maxLength: 25, minLength: 1 }), fc.constant('8'.repeat(26))),
  unit: fc.oneof(blank, errorValue),
  title: fc.oneof(blank, errorValue),
  progress: fc.oneof(
    fc.double({ min: 100.5, max: 1e300, noNaN: true }),
    fc.integer({ max: -1 }),
    fc.constantFrom('一百二', 'many', '130%', '－5%'),
    errorValue,
  ),
  completedOn: fc.oneof(errorValue, fc.constantFrom('2022-02-30', '不知道', '2022年13月1日', 'x'.repeat(500), '去年某日')),
  weight: fc.oneof(fc.double({ max: -0.01, min: -1e300, noNaN: true }), fc.constantFrom('重', 'NaN', '1e999'), errorValue),
};
/** What a bad row has in place of a good one's cell. */
export const badRow = fc
  .constantFrom(...(Object.keys(bad) as (keyof typeof bad)[]))
  .chain((column) => (bad[column] ?? fc.constant<Cell>(null)).map((value) => ({ column, value })));

/** A body nobody should send: no JSON, other JSON, JSON that is nearly a push, or a push with a few characters changed. */
const almost = fc.record(
  {
    base: fc.oneof(fc.nat(), fc.double(), fc.string()),
    request: fc.oneof(fc.string(), fc.constant(0)),
    columns: fc.oneof(fc.array(fc.string(), { maxLength: 80 }), fc.string()),
    rows: fc.oneof(fc.array(fc.array(fc.jsonValue({ maxDepth: 2 }))), fc.jsonValue()),
    bases: fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue()),
    asOf: fc.oneof(fc.string(), fc.constantFrom('2022-02-30', '0000-00-00', '9999-12-31')),
    dryRun: fc.jsonValue(),
    __proto__: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
const changed = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(), fc.oneof(fc.string({ unit: 'binary', maxLength: 3 }), fc.constantFrom('"', '\\', '{', ']', '1e999', '\\ud800'))), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([edits]) => {
    let text = JSON.stringify({ base: 0, asOf: '2022-06-30', request: ulid(), columns, rows: [goodRow(), goodRow()] });
    for (const [at, piece] of edits) text = text.slice(0, at % text.length) + piece + text.slice((at % text.length) + piece.length);
    return new TextEncoder().encode(text);
  });
const nested = fc
  .tuple(fc.constantFrom('[', '{"a":'), fc.integer({ min: 30, max: 20_000 }))
  .map(([open, depth]) => new TextEncoder().encode(open.repeat(depth)));
/** A body and how it is sent. */
export const hostileBody = fc.record({
  bytes: fc.oneof(
    fc.uint8Array({ maxLength: 2_000 }),
    fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
    fc.json().map((text) => new TextEncoder().encode(text)),
    almost.map((value) => new TextEncoder().encode(JSON.stringify(value))),
    changed,
    nested,
  ),
  encoding: fc.constantFrom('identity', 'identity', 'gzip', 'gzip, as it says', 'br', 'x'.repeat(100)),
  type: fc.constantFrom('application/json', 'application/json', 'application/json; charset=utf-16', 'text/plain', ''),
});

export type BadCell = typeof badRow extends fc.Arbitrary<infer Value> ? Value : never;
export type HostileBody = typeof hostileBody extends fc.Arbitrary<infer Value> ? Value : never;
