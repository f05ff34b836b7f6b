import { expect, test } from 'vitest';
import type { EntriesAnswer } from '../../shared/contract/entries.ts';
import { columns, draftOf, measure, startServer, ulid } from './support/server.ts';

test('a deadline without a year keeps the year it was first read with, until it is worded anew (domain, Deadlines)', async () => {
  const server = startServer();
  const id = ulid();
  await server.push({ columns, rows: [measure({ id, due: '6月底前', progress: 10 })] });
  await server.putPlan(1, draftOf(2023));

  const asOf = '2023-02-01';
  const { body } = await server.get<EntriesAnswer>(`/v1/registers/measures/entries?asOf=${asOf}`);
  expect(body.verdicts).toMatchObject({ flag: ['overdue'], due: ['2022-06-30'] });

  const progressed = await server.push({ base: 1, asOf, columns, rows: [measure({ id, due: '6月底前', progress: 20 }), measure({ due: '6月底前' })] });
  expect(progressed.rows).toMatchObject({ outcome: ['updated', 'inserted'], due: ['2022-06-30', '2023-06-30'] });

  const reworded = await server.push({ base: 2, asOf, columns, rows: [measure({ id, due: '6月30日前', progress: 20 })] });
  expect(reworded.rows).toMatchObject({ outcome: ['updated'], due: ['2023-06-30'], flag: ['onTrack'] });
});
