import { expect, test } from 'vitest';
import { makeOrders } from '../../../../addin/features/orders/make-orders.ts';
import { unitsToOrder } from '../../../../addin/features/orders/units-to-order.ts';
import type { ReportSheet } from '../../../../addin/excel/reports/report-sheet.ts';
import type { OrderAnswer } from '../../../../shared/contract/reports.ts';
import type { UnitScore } from '../../../../shared/scoring/types.ts';

const items: Readonly<Record<string, number>> = { 甲: 2, 乙: 0, 丙: 1 };

async function make(units: readonly string[], failing?: string) {
  const seen: number[] = [];
  const made = await makeOrders(units, {
    order: (unit) =>
      unit === failing
        ? Promise.reject(new Error('down'))
        : Promise.resolve({ unit, items: Array.from({ length: items[unit] ?? 0 }, () => ({})) } as unknown as OrderAnswer),
    write: ({ name }) => Promise.resolve({ sheetId: name, sheetName: name }),
    sheetOf: ({ unit }) => ({ name: `督办单 ${unit}` }) as ReportSheet,
    onUnit: (done) => seen.push(done),
  });
  return { ...made, seen };
}

test('a sheet for each unit, one after the other; none for a unit that has nothing left', async () => {
  expect(await make(['甲', '乙', '丙'])).toEqual({ sheets: ['督办单 甲', '督办单 丙'], empty: ['乙'], fault: null, seen: [0, 1, 2] });
});

test('what was made before a fault stays made, and the fault is told', async () => {
  expect(await make(['甲', '丙'], '丙')).toMatchObject({ sheets: ['督办单 甲'], fault: new Error('down') });
});

test('units are offered that have something overdue or due soon, most overdue first', () => {
  const unit = (name: string, overdue: number, dueSoon: number): UnitScore => ({ unit: name, overdue, dueSoon }) as UnitScore;
  const offered = unitsToOrder([unit('甲', 0, 3), unit('乙', 0, 0), unit('丙', 2, 0), unit('丁', 2, 1)]);
  expect(offered.map((one) => one.unit)).toEqual(['丁', '丙', '甲']);
});
