import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { RevisionView } from '../../../../shared/contract/revisions.ts';
import { pushesOf, revisionsText } from '../../../../addin/features/history/pushes.ts';

function revision(number: number, part: Partial<RevisionView> = {}): RevisionView {
  return {
    revision: number,
    kind: 'push',
    register: 'measures',
    push: null,
    by: '张三',
    madeBy: null,
    at: `2022-06-30T08:00:${String(number).padStart(2, '0')}Z`,
    asOf: '2022-06-30',
    counts: { inserted: 0, updated: 1, deleted: 0 },
    reverts: [],
    revertedBy: null,
    mayRevert: true,
    ...part,
  };
}

describe('revisions as acts', () => {
  test('the requests of one push are one act, with their counts together and the time of the last', () => {
    const [push] = pushesOf(
      [revision(4, { push: 'A', counts: { inserted: 1, updated: 2, deleted: 0 } }), revision(3, { push: 'A' }), revision(2, { push: 'A' })],
      false,
    );
    expect(push).toMatchObject({ revisions: [2, 3, 4], counts: { inserted: 1, updated: 4, deleted: 0 }, at: '2022-06-30T08:00:04Z' });
  });

  test('what others did in between stays apart', () => {
    const pushes = pushesOf([revision(4, { push: 'A' }), revision(3, { push: 'B', by: '李四' }), revision(2, { push: 'A' }), revision(1)], false);
    expect(pushes.map(({ revisions }) => revisions)).toEqual([[2, 4], [3], [1]]);
  });

  test('a push begun by one and finished by another is one act by both; in another register it is another', () => {
    const pushes = pushesOf([revision(3, { push: 'A' }), revision(2, { push: 'A', by: '李四' }), revision(1, { push: 'A', register: 'problems' })], false);
    expect(pushes.map(({ revisions, by }) => [revisions, by])).toEqual([
      [[2, 3], '李四、张三'],
      [[1], '张三'],
    ]);
  });

  test('was undone when any of its requests was, by the last revision that did', () => {
    const [push] = pushesOf([revision(3, { push: 'A', revertedBy: 5 }), revision(2, { push: 'A', revertedBy: 4 })], false);
    expect(push?.revertedBy).toBe(5);
    expect(pushesOf([revision(1)], false)[0]?.revertedBy).toBeNull();
  });

  test('what was undone stands again once the undo was undone, and so on', () => {
    const undo = (number: number, of: number, revertedBy: number | null) => revision(number, { kind: 'revert', reverts: [of], revertedBy });
    const standing = (revisions: readonly RevisionView[]) => pushesOf(revisions, false).map((push) => push.standing);
    expect(standing([undo(2, 1, null), revision(1, { revertedBy: 2 })])).toEqual(['stands', 'undone']);
    expect(standing([undo(3, 2, null), undo(2, 1, 3), revision(1, { revertedBy: 2 })])).toEqual(['stands', 'undone', 'restored']);
    expect(standing([undo(4, 3, null), undo(3, 2, 4), undo(2, 1, 3), revision(1, { revertedBy: 2 })])).toEqual(['stands', 'undone', 'restored', 'undone']);
  });

  test('the last is kept back while older revisions may belong to it', () => {
    const page = [revision(4), revision(3, { push: 'A' }), revision(2, { push: 'A' })];
    expect(pushesOf(page, true).map(({ revisions }) => revisions)).toEqual([[4]]);
    expect(pushesOf([...page, revision(1, { push: 'A' })], false).map(({ revisions }) => revisions)).toEqual([[4], [1, 2, 3]]);
    expect(pushesOf([revision(2, { push: 'A' })], true)).toHaveLength(1);
  });

  test('every revision is in exactly one act, and no change is counted twice', () => {
    const history = fc.array(fc.record({ push: fc.constantFrom(null, 'A', 'B'), by: fc.constantFrom('张三', '李四'), updated: fc.nat(9) }), { maxLength: 20 });
    fc.assert(
      fc.property(history, (made) => {
        const revisions = made.map(({ updated, ...part }, at) => revision(made.length - at, { ...part, counts: { inserted: 0, updated, deleted: 0 } }));
        const pushes = pushesOf(revisions, false);
        expect(pushes.flatMap((push) => push.revisions).toSorted((a, b) => b - a)).toEqual(revisions.map((one) => one.revision));
        expect(pushes.reduce((sum, { counts }) => sum + counts.updated, 0)).toBe(made.reduce((sum, { updated }) => sum + updated, 0));
      }),
    );
  });
});

test('revisions are named by the first and the last', () => {
  expect([revisionsText([7]), revisionsText([7, 8, 9]), revisionsText([7, 9])]).toEqual(['7', '7–9', '7–9']);
});
