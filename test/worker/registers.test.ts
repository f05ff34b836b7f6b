import { describe, expect, it } from 'vitest';
import type { EntriesAnswer } from '../../shared/contract/entries.ts';
import type { RegistersAnswer } from '../../shared/contract/workspace.ts';
import { startServer, ulid } from './support/server.ts';

describe('the registers beside units and measures', () => {
  it.each([
    ['reports', ['unit', 'month', 'submittedOn'], ['区发改委', '5月', '2022.6.2'], ['区发改委', '2022-05', '2022-06-02']],
    ['inspections', ['unit', 'date', 'kind', 'no'], ['区发改委', 44_742, '实地督查', 3], ['区发改委', '2022-06-30', 'field', '3']],
    ['spotchecks', ['unit', 'checkedOn', 'result'], ['区发改委', '2022.6.1', '不属实'], ['区发改委', '2022-06-01', 'false']],
    ['surveys', ['unit', 'date', 'score'], ['区发改委', '2022.6.1', '93.5%'], ['区发改委', '2022-06-01', 93.5]],
    [
      'adjustments',
      ['unit', 'date', 'kind', 'points', 'reason'],
      ['区发改委', '2022.6.1', '扣分', 2, '迟报'],
      ['区发改委', '2022-06-01', 'deduction', 2, '迟报'],
    ],
  ])('%s are kept in canonical form, without a verdict', async (register, fields, cells, kept) => {
    const server = startServer();
    const id = ulid();
    const answer = await server.push({ columns: ['id', ...fields], rows: [[id, ...cells]] }, { register });
    expect(answer.rows).toMatchObject({ outcome: ['inserted'], flag: [null], due: [null], problems: [[]] });
    expect(answer.newUnits).toEqual(['区发改委']);

    const { body } = await server.get<EntriesAnswer>(`/v1/registers/${register}/entries`);
    const [row] = body.rows;
    expect(['id', ...fields].map((field) => row?.[body.columns.indexOf(field)])).toEqual([id, ...kept]);
    expect(body.verdicts.flag).toEqual([null]);
    const again = await server.push({ base: answer.revision, columns: ['id', ...fields], rows: [[id, ...cells]] }, { register });
    expect(again.counts).toMatchObject({ unchanged: 1 });
    expect(again.newUnits).toEqual([]);
  });

  it('problems have a verdict from the day they were found, and remember their first deadline', async () => {
    const server = startServer();
    const columns = ['id', 'unit', 'title', 'foundOn', 'due', 'status'];
    const id = ulid();
    const first = await server.push({ columns, rows: [[id, '区发改委', '台账不全', '2022.6.9', '15日内', '整改中']] }, { register: 'problems' });
    expect(first.rows).toMatchObject({ flag: ['overdue'], card: ['red'], due: ['2022-06-24'], daysLeft: [-6], score: [0] });

    const second = await server.push(
      { base: first.revision, columns, rows: [[id, '区发改委', '台账不全', '2022.6.9', '7月底前', '整改中']] },
      { register: 'problems' },
    );
    expect(second.rows).toMatchObject({ flag: ['onTrack'], due: ['2022-07-31'] });
    expect(second.rows.hints[0]).toMatchObject([{ code: 'hint.deadlineMoved', params: { baseline: '2022-06-24' } }]);
    const { body } = await server.get<EntriesAnswer>('/v1/registers/problems/entries?asOf=2022-06-30&flag=onTrack');
    expect(body.rows).toHaveLength(1);
  });

  it('a row that lacks what it needs as a whole is rejected, also when only some columns are pushed', async () => {
    const server = startServer();
    const columns = ['id', 'unit', 'date', 'kind', 'reason', 'points'];
    const id = ulid();
    const veto = await server.push({ columns, rows: [[id, '区发改委', '2022.6.1', '一票否决', '安全事故', null]] }, { register: 'adjustments' });
    expect(veto.counts).toMatchObject({ inserted: 1 });
    const turned = await server.push({ base: veto.revision, columns: ['id', 'kind'], rows: [[id, '扣分']] }, { register: 'adjustments' });
    expect(turned.rows.problems[0]).toMatchObject([{ column: 'points', code: 'pointsMissing' }]);
  });

  it('an entry of one register is no entry of another', async () => {
    const server = startServer();
    const id = ulid();
    const first = await server.push({ columns: ['id', 'unit', 'title'], rows: [[id, '区发改委', '印发方案']] });
    const columns = ['id', 'unit', 'title', 'foundOn'];
    const second = await server.push({ base: first.revision, columns, rows: [[id, '区发改委', '台账不全', '2022.6.9']] }, { register: 'problems' });
    expect(second.rows.problems[0]).toMatchObject([{ code: 'idElsewhere' }]);
  });

  it('are all told with their fields', async () => {
    const { body } = await startServer().get<RegistersAnswer>('/v1/registers');
    expect(body.registers.map(({ id }) => id)).toEqual(['units', 'measures', 'reports', 'inspections', 'problems', 'spotchecks', 'surveys', 'adjustments']);
    expect(body.registers.find(({ id }) => id === 'surveys')?.needs?.[0]?.oneOf).toContain('score');
  });
});
