import { expect, test } from 'vitest';
import { openRows, outcomeOf } from '../../../../addin/features/scores/what-if/outcome.ts';
import { assess } from '../../../../shared/scoring/assess.ts';
import { AS_OF, calendar, day, plan2022 } from '../../../shared/support/measures.ts';
import { entriesOf, type Rows } from '../../../shared/support/workspace.ts';

test('what can be supposed of a unit is what counts and is not done, led, supported or found there, worst first', () => {
  const rows: Rows = {
    measures: [
      { id: 'far', due: '年底前', progress: 90 },
      { id: 'done', due: '5月底前', status: 'done', completedOn: '2022-05-20' },
      { id: 'supported', unit: '区教育局', coUnits: '区 发改委', due: '6月15日' },
      { id: 'startsThatDay', due: '2022-07-20', start: '2022-06-30' },
      { id: 'startsLater', due: '2022-07-05', start: '2022-07-01' },
      { id: 'startedLaterAndDone', due: '2022-07-05', start: '2022-07-01', status: 'done', completedOn: '2022-06-01' },
      { id: 'others', unit: '区教育局', due: '6月15日' },
    ],
    problems: [
      { id: 'foundThere', unit: '区教育局、区发改委', foundOn: '2022-06-01', due: '6月10日' },
      { id: 'foundLater', foundOn: '2022-07-01', due: '2022-07-05' },
    ],
  };
  const { facts } = assess({ entries: entriesOf(rows), plan: plan2022, asOf: day(AS_OF), calendar });
  expect(openRows('区发改委', facts, day(AS_OF)).map(({ entry }) => entry.id)).toEqual(['foundThere', 'supported', 'startsThatDay', 'far']);
});

test('supposing nothing of a clerk’s unit leaves its score, with the months that only others reported and reporting weighing nothing', () => {
  const plan = { ...plan2022, indicators: { ...plan2022.indicators, reporting: { weight: 0 } } };
  const own: Rows = { measures: [{ id: 'own', due: '年底前', progress: 50 }] };
  const reports: Rows['reports'] = [{ unit: '区司法局', month: '2022-02', submittedOn: '2022-03-01' }];
  const { receipts, facts } = assess({ entries: entriesOf({ ...own, reports }), plan, asOf: day(AS_OF), calendar });
  const atHand = { entries: entriesOf(own), plan, asOf: day(AS_OF), calendar, reportedFrom: facts.reportedFrom ?? undefined };
  expect(outcomeOf('区发改委', atHand, new Map(), receipts)).toMatchObject({ before: { score: 98 }, after: { score: 98 } });
});
