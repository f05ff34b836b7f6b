import fc from 'fast-check';
import { cellAt, putCell } from '../../../addin/preview/model/book.ts';
import { FIRST_ROW, HEADERS, sortRows } from '../../addin/excel/support/ledger-book.ts';
import { columnOf, PROGRESS, rowsOf, TITLE } from './sheet.ts';
import type { Mishap, World } from './world.ts';

/** Something a clerk does, named so that a failing sequence can be read. */
export interface Step {
  readonly act: (world: World) => Promise<void> | void;
  readonly toString: () => string;
}

function edit(which: number, at: number, progress: number): Step {
  return {
    toString: () => `edit ${which} ${at} ${progress}`,
    act(world) {
      const { sheet } = world.clerk(which);
      const rows = rowsOf(sheet);
      const row = rows[at % rows.length];
      if (row !== undefined) putCell(sheet, row, PROGRESS, { ...cellAt(sheet, row, PROGRESS), value: progress });
    },
  };
}

function add(which: number): Step {
  return {
    toString: () => `add ${which}`,
    act(world) {
      const { sheet } = world.clerk(which);
      const row = Math.max(...rowsOf(sheet), FIRST_ROW - 1) + 1;
      [null, '区发改委', world.name(), '年底前', null, '进行中', 10, null].forEach((value, column) => putCell(sheet, row, column, { value }));
    },
  };
}

function sort(which: number): Step {
  return {
    toString: () => `sort ${which}`,
    act(world) {
      const { sheet } = world.clerk(which);
      const rows = rowsOf(sheet);
      const columns = (columnOf(sheet, '说明') ?? HEADERS.length - 1) + 1;
      sortRows(sheet, { row: FIRST_ROW, column: 0, rows: rows.length, columns }, PROGRESS);
    },
  };
}

/** A row copied whole, hidden id and all, to below the last. */
function copy(which: number, at: number): Step {
  return {
    toString: () => `copy ${which} ${at}`,
    act(world) {
      const { sheet } = world.clerk(which);
      const rows = rowsOf(sheet);
      const from = rows[at % rows.length] ?? FIRST_ROW;
      const to = Math.max(...rows, FIRST_ROW - 1) + 1;
      for (const [column, cell] of sheet.cells.get(from) ?? []) putCell(sheet, to, column, cell);
      putCell(sheet, to, TITLE, { value: world.name() });
    },
  };
}

/** A row deleted, those below it moving up. */
function remove(which: number, at: number): Step {
  return {
    toString: () => `remove ${which} ${at}`,
    act(world) {
      const { sheet } = world.clerk(which);
      const rows = rowsOf(sheet);
      if (rows.length === 0) return;
      const gone = at % rows.length;
      const lines = rows.filter((_, nth) => nth !== gone).map((row) => [...(sheet.cells.get(row) ?? [])]);
      for (const row of rows) for (const column of (sheet.cells.get(row) ?? new Map()).keys()) putCell(sheet, row, column, { value: null });
      lines.forEach((line, nth) => line.forEach(([column, cell]) => putCell(sheet, FIRST_ROW + nth, column, cell)));
    },
  };
}

function push(which: number, mishap: Mishap): Step {
  return { toString: () => `push ${which}${wordsOf(mishap)}`, act: (world) => world.push(which, mishap) };
}

function decide(which: number, at: number, nth: number, isAll: boolean, mishap: Mishap): Step {
  return {
    toString: () => `decide ${which} ${isAll ? 'all' : at} choice ${nth}${wordsOf(mishap)}`,
    act: (world) => world.decide(which, { at, nth, isAll }, mishap),
  };
}

function send(which: number, mishap: Mishap): Step {
  return { toString: () => `send ${which}${wordsOf(mishap)}`, act: (world) => world.send(which, mishap) };
}

function save(which: number): Step {
  return { toString: () => `save ${which}`, act: (world) => world.save(which) };
}

function reopen(which: number): Step {
  return { toString: () => `reopen ${which}`, act: (world) => world.reopen(which) };
}

function wordsOf({ line, overtaken }: Mishap): string {
  return `${line === 'good' ? '' : ` ${line}`}${overtaken === null ? '' : ` overtaken ${overtaken}`}`;
}

const clerkIndex = fc.nat({ max: 1 });
const rowIndex = fc.nat({ max: 20 });
const mishap: fc.Arbitrary<Mishap> = fc.record({
  line: fc.oneof({ weight: 3, arbitrary: fc.constant('good' as const) }, { weight: 2, arbitrary: fc.constantFrom('losing' as const, 'down' as const) }),
  overtaken: fc.option(fc.nat({ max: 999 }), { freq: 2 }),
});

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(clerkIndex, rowIndex, fc.nat({ max: 99 })).map(([which, at, progress]) => edit(which, at, progress)) },
  { weight: 2, arbitrary: clerkIndex.map(add) },
  { weight: 1, arbitrary: clerkIndex.map(sort) },
  { weight: 1, arbitrary: fc.tuple(clerkIndex, rowIndex).map(([which, at]) => copy(which, at)) },
  { weight: 3, arbitrary: fc.tuple(clerkIndex, rowIndex).map(([which, at]) => remove(which, at)) },
  { weight: 5, arbitrary: fc.tuple(clerkIndex, mishap).map(([which, what]) => push(which, what)) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(clerkIndex, rowIndex, fc.nat({ max: 2 }), fc.boolean(), mishap)
      .map(([which, at, nth, isAll, what]) => decide(which, at, nth, isAll, what)),
  },
  { weight: 3, arbitrary: fc.tuple(clerkIndex, mishap).map(([which, what]) => send(which, what)) },
  { weight: 2, arbitrary: clerkIndex.map(save) },
  { weight: 1, arbitrary: clerkIndex.map(reopen) },
  { weight: 1, arbitrary: fc.constant<Step>({ toString: () => 'undo', act: (world) => world.undo() }) },
);
