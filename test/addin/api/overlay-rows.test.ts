import { expect, test } from 'vitest';
import { overlayRows } from '../../../addin/api/overlay-rows.ts';
import { parseIso } from '../../../shared/calendar/day.ts';
import { registerById } from '../../../shared/registers/index.ts';
import { defaultPlan } from '../../../shared/scoring/plan.ts';

const register = registerById('measures');
const day = parseIso('2022-06-30');
const columns = ['id', 'unit', 'title', 'due', 'progress'];
const stored = (id: string, revision: number, progress: number) => ({
  id,
  register: 'measures' as const,
  revision,
  content: { unit: '区发改委', title: id, due: '年底前', progress },
  memory: {},
});
const row = (id: string, progress: number) => [id, '区发改委', id, '年底前', progress];

/** The outcomes of rows pushed over entries without a network, by id. */
function outcomes(rows: readonly (readonly (string | number)[])[], more: { readonly bases?: Record<string, number>; readonly pending?: string[] } = {}) {
  if (register === undefined || day === null) throw new Error('no measures');
  const entries = [stored('A', 1, 10), stored('B', 3, 80), stored('C', 3, 80)];
  const found = overlayRows(
    register,
    { columns, rows: rows.map((cells) => [...cells]), base: 2, bases: {}, pending: [], ...more },
    { plan: defaultPlan(2022), entries: { measures: entries } },
    day,
  );
  return Object.fromEntries(found.rows.map(({ id, outcome }) => [id, outcome]));
}

test('without a network a row counts as changed only where the sheet has changed it, not where others have since', () => {
  expect(outcomes([row('A', 20), row('B', 50), row('C', 80)])).toEqual({ A: 'updated', B: 'incoming', C: 'unchanged' });
});

test('a row the clerk has decided on counts again, and so does any after a push that was not answered', () => {
  expect(outcomes([row('B', 50)], { bases: { B: 3 } })).toEqual({ B: 'updated' });
  expect(outcomes([row('B', 50)], { pending: ['01ARZ3NDEKTSV4RRFFQ69G5FAV'] })).toEqual({ B: 'updated' });
});

test('what others made of it stays in the figures', () => {
  if (register === undefined || day === null) throw new Error('no measures');
  const { overlaid } = overlayRows(
    register,
    { columns, rows: [row('B', 50)], base: 2, bases: {}, pending: [] },
    { plan: defaultPlan(2022), entries: { measures: [stored('B', 3, 80)] } },
    day,
  );
  expect(overlaid.map(({ content }) => content['progress'])).toEqual([80]);
});
