import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { alignIds } from '../../../shared/sync/alignment.ts';
import type { AlignedRow, SyncedStates } from '../../../shared/sync/alignment.ts';
import { rowState, type RowState } from '../../../shared/sync/row-state.ts';
import { registerById } from '../../../shared/registers/index.ts';

/** `T2@40` is the measure T2 at 40 %; the key is the measure, the content all of it. */
const row = (id: string | null, text: string | null): AlignedRow => ({ id, state: text === null ? null : stateOf(text) });
const stateOf = (text: string) => ({ content: text, key: text.replace(/@.*/, '') });
const synced: SyncedStates = new Map(['a T1@10', 'b T2@20', 'c T3@30'].map((line) => [line.slice(0, 1), stateOf(line.slice(2))]));
const align = (...rows: readonly (readonly [string | null, string | null])[]) =>
  alignIds(
    rows.map(([id, text]) => row(id, text)),
    synced,
  );

describe('ids that stand right', () => {
  test.each([
    {
      what: 'as they were',
      rows: [
        ['a', 'T1@10'],
        ['b', 'T2@20'],
        ['c', 'T3@30'],
      ],
    },
    {
      what: 'sorted together with their rows',
      rows: [
        ['c', 'T3@30'],
        ['a', 'T1@10'],
        ['b', 'T2@20'],
      ],
    },
    {
      what: 'rows whose progress was brought forward',
      rows: [
        ['a', 'T1@50'],
        ['b', 'T2@60'],
        ['c', 'T3@70'],
      ],
    },
    {
      what: 'a row edited to what another was, which has moved on',
      rows: [
        ['a', 'T1@20'],
        ['b', 'T2@20'],
        ['c', 'T3@30'],
      ],
    },
    {
      what: 'a row rewritten as another measure',
      rows: [
        ['a', 'T1@10'],
        ['b', 'T9@20'],
        ['c', 'T3@30'],
      ],
    },
    {
      what: 'titles rolled on by one, the last one new',
      rows: [
        ['a', 'T2@11'],
        ['b', 'T3@21'],
        ['c', 'T4@31'],
      ],
    },
    {
      what: 'a row deleted, a new one inserted',
      rows: [
        ['a', 'T1@10'],
        [null, 'T9@90'],
        ['c', 'T3@30'],
      ],
    },
    {
      what: 'ids never seen before',
      rows: [
        ['x', 'T1@10'],
        ['y', 'T7@10'],
        ['b', 'T2@20'],
        ['a', 'T1@10'],
      ],
    },
  ] as const)('$what', ({ rows }) => {
    expect(align(...rows)).toEqual({ isMisaligned: false, ids: rows.map(([id]) => id) });
  });

  test('a copied row: the id stays with the one that holds its content, wherever the copy was put', () => {
    expect(align(['a', 'T1@99'], ['a', 'T1@10'], ['b', 'T2@20'])).toEqual({ isMisaligned: false, ids: [null, 'a', 'b'] });
    expect(align(['a', 'T8@99'], ['a', 'T1@15'], ['b', 'T2@20'])).toEqual({ isMisaligned: false, ids: [null, 'a', 'b'] });
    expect(align(['a', 'T1@10'], ['a', 'T1@10'])).toEqual({ isMisaligned: false, ids: ['a', null] });
  });

  test('ids cleared by hand come back to the rows they belong to, by content or by key', () => {
    expect(align([null, 'T2@20'], [null, 'T1@55'], [null, 'T9@90'])).toEqual({ isMisaligned: false, ids: ['b', 'a', null] });
  });

  test('nothing is guessed where two rows could be meant', () => {
    expect(align([null, 'T1@55'], [null, 'T1@66'])).toEqual({ isMisaligned: false, ids: [null, null] });
  });
});

describe('ids that stand beside the content of others', () => {
  test.each([
    {
      what: 'a sort that missed them',
      rows: [
        ['a', 'T3@30'],
        ['b', 'T2@20'],
        ['c', 'T1@10'],
      ],
      ids: ['c', 'b', 'a'],
    },
    {
      what: 'and one row edited since',
      rows: [
        ['a', 'T2@20'],
        ['b', 'T3@30'],
        ['c', 'T1@99'],
      ],
      ids: ['b', 'c', 'a'],
    },
    {
      what: 'and every row edited since',
      rows: [
        ['a', 'T2@21'],
        ['b', 'T3@31'],
        ['c', 'T1@11'],
      ],
      ids: ['b', 'c', 'a'],
    },
    {
      what: 'cells deleted and the rest moved up, but not the ids',
      rows: [
        ['a', 'T2@20'],
        ['b', 'T3@30'],
        ['c', null],
      ],
      ids: ['b', 'c', null],
    },
    {
      what: 'cells inserted and the rest moved down, but not the ids',
      rows: [
        ['a', 'T9@90'],
        ['b', 'T1@10'],
        ['c', 'T2@20'],
        [null, 'T3@30'],
      ],
      ids: [null, 'a', 'b', 'c'],
    },
    {
      what: 'a row cut and pasted elsewhere without its id',
      rows: [
        ['a', null],
        ['b', 'T2@20'],
        [null, 'T1@10'],
      ],
      ids: [null, 'b', 'a'],
    },
    {
      what: 'one of them beside a row deleted since',
      rows: [
        ['b', 'T1@10'],
        ['c', 'T3@30'],
      ],
      ids: ['a', 'c'],
    },
  ] as const)('$what', ({ rows, ids }) => {
    expect(align(...rows)).toEqual({ isMisaligned: true, ids });
  });

  test('a row that cannot be told keeps its id unless it belongs to another, and then has none', () => {
    expect(align(['a', 'T2@20'], ['b', 'T7@70'], ['c', 'T8@80'])).toEqual({ isMisaligned: true, ids: ['b', null, 'c'] });
  });
});

const shuffled = <Item>(items: readonly Item[]) => fc.shuffledSubarray([...items], { minLength: items.length });
const statesOf = (rows: readonly { id: string; text: string }[]): SyncedStates => new Map(rows.map(({ id, text }) => [id, stateOf(text)]));

describe('properties', () => {
  const ledger = fc
    .uniqueArray(fc.tuple(fc.nat(6), fc.nat(4)), { minLength: 2, maxLength: 30, selector: String })
    .map((rows) => rows.map(([measure, progress], at) => ({ id: `id${at}`, text: `T${measure}@${progress}` })));

  test('any permutation of the ids over rows that differ is noticed and put right exactly', () => {
    const shuffledLedger = ledger.chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows.map(({ id }) => id))));
    fc.assert(
      fc.property(shuffledLedger, ([rows, ids]) => {
        const { ids: right, isMisaligned } = alignIds(
          rows.map(({ text }, at) => row(ids[at] ?? null, text)),
          statesOf(rows),
        );
        expect(right).toEqual(rows.map(({ id }) => id));
        expect(isMisaligned).toBe(ids.some((id, at) => id !== rows[at]?.id));
      }),
    );
  });

  test('rows sorted with their ids, edited, rewritten, deleted, new, or copied over others are never called misaligned and keep their ids', () => {
    const edit = fc.constantFrom('none', 'progress', 'rewrite', 'delete', 'insert', 'overwrite');
    const edited = ledger.chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows), fc.array(edit, { minLength: rows.length, maxLength: rows.length })));
    fc.assert(
      fc.property(edited, ([before, sorted, edits]) => {
        const isKept = (at: number) => edits[at] === 'none';
        const source = sorted.find((_, at) => isKept(at))?.text;
        const rows = sorted.flatMap(({ id, text }, at): AlignedRow[] => {
          if (edits[at] === 'delete') return [];
          if (edits[at] === 'insert') return [row(null, `N${at}@new`), row(id, text)];
          if (edits[at] === 'progress') return [row(id, text.replace(/@.*/, `@new${at}`))];
          if (edits[at] === 'rewrite') return [row(id, `N${at}@new`)];
          return [row(id, edits[at] === 'overwrite' ? (source ?? text) : text)];
        });
        expect(alignIds(rows, statesOf(before))).toEqual({ isMisaligned: false, ids: rows.map(({ id }) => id) });
      }),
    );
  });

  test('permuted and then edited, measures that are one of a kind are put right all the same', () => {
    const distinct = fc
      .uniqueArray(fc.nat(99), { minLength: 2, maxLength: 20 })
      .map((measures) => measures.map((measure, at) => ({ id: `id${at}`, text: `T${measure}@0` })));
    const arrange = distinct.chain((rows) => fc.tuple(fc.constant(rows), shuffled(rows.map(({ id }) => id)), fc.infiniteStream(fc.boolean())));
    fc.assert(
      fc.property(arrange, ([rows, ids, isEdited]) => {
        const found = alignIds(
          rows.map(({ text }, at) => row(ids[at] ?? null, isEdited.next().value ? `${text}1` : text)),
          statesOf(rows),
        );
        expect(found.ids).toEqual(rows.map(({ id }) => id));
      }),
    );
  });

  test('what was put right is right: nothing more is found', () => {
    const anyRow = fc.record({
      id: fc.option(fc.constantFrom('id0', 'id1', 'id2', 'id3', 'id9')),
      text: fc.option(fc.tuple(fc.nat(3), fc.nat(2)).map(([t, p]) => `T${t}@${p}`)),
    });
    fc.assert(
      fc.property(ledger, fc.array(anyRow, { maxLength: 12 }), (before, rows) => {
        const first = alignIds(
          rows.map(({ id, text }) => row(id, text)),
          statesOf(before),
        );
        expect(new Set(first.ids.filter((id) => id !== null)).size).toBe(first.ids.filter((id) => id !== null).length);
        const again = alignIds(
          rows.map(({ text }, at) => row(first.ids[at] ?? null, text)),
          statesOf(before),
        );
        expect(again).toEqual({ isMisaligned: false, ids: first.ids });
      }),
    );
  });
});

describe('the state of a row', () => {
  const measures = registerById('measures');
  if (measures === undefined) throw new Error('no measures');
  const fields = ['unit', 'title', 'completedOn', 'progress', 'status'];
  let state: RowState;
  beforeEach(() => {
    state = rowState(measures, fields, ['区发改委', '编制方案', 44701, '60%', '已完成']);
  });

  test('is the same however a date, a percentage or a status is written and the columns stand', () => {
    expect(rowState(measures, fields, [' 区发改委 ', '编制方案', '2022-05-20', 60, '完成'])).toEqual(state);
    expect(rowState(measures, fields.toReversed(), ['已完成', '60%', '2022年5月20日', '编制方案', '区发改委'])).toEqual(state);
  });

  test('has another content with any other value, another key only with other required fields', () => {
    const edited = rowState(measures, fields, ['区发改委', '编制方案', 44701, '61%', '已完成']);
    expect(edited.content).not.toBe(state.content);
    expect(edited.key).toBe(state.key);
    expect(rowState(measures, fields, ['区发改委', '编制新方案', 44701, '60%', '已完成']).key).not.toBe(state.key);
  });

  test('leaves out blank cells, and columns the sheet does not have', () => {
    const same = rowState(measures, ['unit', 'title'], ['区发改委', '编制方案']);
    expect(rowState(measures, ['unit', 'title', 'progress', 'note'], ['区发改委', '编制方案', null, ' '])).toEqual(same);
    expect(rowState(measures, ['unit', 'title', 'progress'], ['区发改委', '编制方案'])).toEqual(same);
    expect(same.content).toBe(same.key);
  });

  test('tells the same text in two columns apart', () => {
    expect(rowState(measures, ['unit'], ['甲']).content).not.toBe(rowState(measures, ['title'], ['甲']).content);
  });

  test('tells cells apart that cannot be read', () => {
    const broken = ['#REF!', '说不清'].map((cell) => rowState(measures, fields, ['区发改委', '编制方案', cell, null, null]).content);
    expect(broken[0]).not.toBe(broken[1]);
  });
});
