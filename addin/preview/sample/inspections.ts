/** The inspections of the sample ledger: nine, of which four in the field and three in writing, and the visits between them. Invented for the sample. */

import { calendarDate } from '../../../shared/ledger/dates.ts';
import { day, type SampleCell } from './line.ts';
import type { SampleSheet } from './sheet.ts';
import { visits } from './visits.ts';

/** Which unit, what it scored (null where it was not scored), and a remark. */
type Inspected = readonly [unit: string, score: number | null, note?: string];

interface SampleInspection {
  /** The number that its rows share; null for a single row that has none. */
  readonly no: string | null;
  readonly date: SampleCell;
  readonly kind: string;
  readonly body: string;
  readonly units: readonly Inspected[];
}

const inspections: readonly SampleInspection[] = [
  {
    no: '督查2022-1',
    date: day(2, 23),
    kind: '实地督查',
    body: '督查一组',
    units: [
      ['区政务服务局', 93],
      ['区市场监督管理局', 78, '登记窗口排队，分流不及时'],
      ['区税务局', 94],
    ],
  },
  {
    no: '督查2022-2',
    date: day(3, 24),
    kind: '现场督查',
    body: '督查二组',
    units: [
      ['区住建局', 78, '审批时限压减无明细表'],
      ['区自然资源局', 86],
      ['区生态环境分局', 78],
      ['公安分局', 91.5],
    ],
  },
  {
    no: '一季度',
    date: day(4, 8),
    kind: '日常考核',
    body: '考核评价组',
    units: [
      ['区发改委', 84],
      ['区政务服务局', 91],
      ['区市场监督管理局', 80],
      ['区工业和信息化局', 72],
      ['区住房和城乡建设局', 80],
      ['区自然资源局', 85],
      ['区税务局', 93],
      ['区财政局', 78],
      ['区人力资源和社会保障局', 62, '3月月报未报'],
      ['区司法局', 90],
      ['公安分局', 90],
      ['区人民法院', 82],
      ['区生态环境分局', 79],
    ],
  },
  {
    no: '督办2022-1',
    date: day(4, 26),
    kind: '书面督办',
    body: '考核评价组',
    units: [['区住房和城乡建设局', null, '审批时间压减滞后，要求5月底前书面反馈']],
  },
  {
    no: '督查2022-3',
    date: '2022年5月11日',
    kind: '实地督查',
    body: '督查一组',
    units: [
      ['区发改委', 83],
      ['区财政局', 79, '账款清偿台账不全'],
      ['区工信局', 74],
    ],
  },
  {
    no: '督办2022-2',
    date: day(5, 17),
    kind: '书面督办',
    body: '考核评价组',
    units: [
      ['区人社局', null, '人才专员迟迟未设'],
      ['区生态环境分局', null, '4月月报未报，排污许可介入指导进展慢'],
    ],
  },
  { no: null, date: day(6, 8), kind: '专项考核', body: '涉企收费专项组', units: [['区市监局', 76, '涉企收费专项检查']] },
  {
    no: '督查2022-4',
    date: '2022.6.15',
    kind: '实地督查',
    body: '督查二组',
    units: [
      ['区人力资源和社会保障局', 66],
      ['区人民法院', 80.5],
      ['区司法局', 92, '法律服务团工作扎实'],
    ],
  },
  { no: '督办2022-3', date: day(6, 21), kind: '书面督办', body: '考核评价组', units: [['区财政局', null, '拖欠账款清零进度不足']] },
];

/** The day of a date, however it is written here. */
function dayOfCell(cell: SampleCell): string {
  const reading = calendarDate(cell !== null && typeof cell === 'object' ? ('date' in cell ? cell.date : null) : cell);
  return 'iso' in reading ? reading.iso.last : '';
}

/** One row for each unit inspected, and each visit, in order of their days. */
function inspectionRows(): readonly (readonly SampleCell[])[] {
  const inspected = inspections.flatMap(({ no, date, kind, body, units }) =>
    units.map(([unit, score, note = null]): SampleCell[] => [no, date, kind, unit, body, score, note]),
  );
  const visited = visits.map(({ unit, date, note = null }, at): SampleCell[] => [
    null,
    date,
    '实地走访',
    unit,
    at % 3 === 2 ? '走访二组' : '走访一组',
    null,
    note,
  ]);
  return [...inspected, ...visited].toSorted((a, b) => dayOfCell(a[1] ?? null).localeCompare(dayOfCell(b[1] ?? null)));
}

/** 9 inspections and the visits to 43 units. */
export const inspectionsSheet: SampleSheet = {
  name: '督查考核',
  title: '2022年优化营商环境督查考核台账',
  orientation: 'landscape',
  columns: [
    { header: '序号', width: 10, kind: 'number' },
    { header: '督查批次', width: 15, kind: 'choice' },
    { header: '督查时间', width: 16, kind: 'choice' },
    { header: '督查方式', width: 15, kind: 'choice', list: ['实地督查', '现场督查', '书面督办', '日常考核', '专项考核', '年度考核', '实地走访'] },
    { header: '被督查单位', width: 26, kind: 'text' },
    { header: '督查组', width: 17, kind: 'choice' },
    { header: '得分', width: 11, kind: 'choice' },
    { header: '备注', width: 42, kind: 'text' },
  ],
  rowHeight: 24,
  hasFilter: true,
  rows: inspectionRows().map((cells, at) => [at + 1, ...cells]),
};
