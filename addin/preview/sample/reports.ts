/** What the units of the sample ledger handed in at the end of each month, January to May; June's report is not due yet. Invented for the sample. */

import { day, percent, type SampleCell } from './line.ts';
import type { SampleSheet } from './sheet.ts';

/** When it came, what was done, and how far the unit says it is (in per cent; left out: not said). */
type Report = readonly [submittedOn: SampleCell, summary: string, progress?: number];

interface UnitReports {
  readonly unit: string;
  /** January to May; null where nothing came. */
  readonly months: readonly (Report | null)[];
}

/** The months as the clerk wrote them, one after the other. */
const MONTHS: readonly SampleCell[] = ['2022年1月', '2022年2月', '2022年3月份', '4月', 202205];

const unitReports: readonly UnitReports[] = [
  {
    unit: '区发改委',
    months: [
      [day(1, 29), '起草年度工作要点，征求各科室意见', 10],
      [day(2, 28), '工作要点印发，8项措施分解到科室和责任人', 25],
      [day(3, 31), '项目前期联审例会制度建立，首次例会解决卡点6个', 40],
      ['2022.5.1', '召开联审例会2次；中介服务事项清理进入公示', 50],
      [day(6, 6), '公布中介服务保留目录41项，备案1个工作日办结试运行', 60],
    ],
  },
  {
    unit: '区政务服务局',
    months: [
      [day(1, 28), '“办不成事”反映窗口设立，首接负责人公示上墙', 15],
      [day(2, 27), '高频事项“一次告知”清单完成初稿', 25],
      [day(3, 30), '“一次告知”清单公开132项，窗口与网上同步', 45],
      [day(4, 29), '帮办代办员名册建立，代办重点项目11个', 55],
      [day(5, 31), '周六延时服务开通，当月办件214件', 70],
    ],
  },
  {
    unit: '区市场监督管理局',
    months: [
      [day(1, 30), '部署智能表单改造，到登记窗口听取意见', 10],
      ['2022.3.2', '智能表单完成测试；收集轻微违法情形68条', 20],
      [day(4, 1), '企业设立登记全部改用智能表单，材料减少三成', 40],
      [day(4, 30), '不予处罚清单公布，首批适用企业5户', 50],
      [day(6, 2), '联合抽查开展2轮，涉企收费检查完成9家', 60],
    ],
  },
  {
    unit: '区工信局',
    months: [
      [day(1, 31), '制定规上企业走访计划', 10],
      [day(3, 1), '走访企业23户，建档17户', 25],
      [day(4, 2), '规上企业一企一档全部建立', 40],
      [day(5, 9), '诉求微信专线上线，受理35件，办结33件', 50],
      ['2022年6月1日', '数字化诊断企业8户；扶持资金完成公示', 60],
    ],
  },
  {
    unit: '区住房和城乡建设局',
    months: [
      [day(2, 2), '成立工程审批改革专班', 5],
      [day(3, 3), '梳理审批流程，形成压减方案讨论稿', 15],
      [day(4, 11), '水气报装收费标准报审', 25],
      [day(5, 3), '水气报装流程图公布；审批时限压减至78个工作日', 35],
      [day(6, 3), '分阶段办理施工许可的试点项目2个，清退保证金5笔', 45],
    ],
  },
  {
    unit: '区自然资源局',
    months: [
      [day(1, 27), '与税务、住建商定登记窗口合并方案', 10],
      [day(2, 28), '合并窗口完成布线，人员跟班培训', 30],
      [day(3, 29), '合并窗口试运行，单日办理62件', 45],
      [day(4, 28), '“一窗受理”正式运行；抵押登记压减至2个工作日', 60],
      [day(5, 30), '抵押登记1个工作日办结；登记难小区化解3个', 70],
    ],
  },
  {
    unit: '区税务局',
    months: [
      [day(1, 26), '整理新办纳税人套餐事项', 15],
      [day(2, 25), '套餐式服务在两个窗口试行', 35],
      [day(3, 28), '新办纳税人套餐全面推开，服务企业96户', 50],
      [day(4, 27), '留抵退税直达名单内企业全部辅导到位', 65],
      [day(5, 27), '自助终端到货4台，安装2台', 80],
    ],
  },
  {
    unit: '区财政局',
    months: [
      [20220207, '采购文件模板修订，拟取消投标保证金', 10],
      [day(3, 1), '投标保证金取消，改用承诺函', 25],
      [day(3, 31), '摸底拖欠账款，涉及企业19户', 30],
      [day(5, 2), '清偿账款410万元'],
      [day(6, 1), '“免申即享”目录公布；担保费率谈妥两家银行', 50],
    ],
  },
  {
    unit: '区人社局',
    months: [
      [day(2, 3), '与园区商定人才专员职责', 5],
      [day(3, 8), '跨区通办事项梳理', 15],
      null,
      [day(5, 3), '跨区通办上线9项；零工市场选址完成', 35],
      [day(6, 9), '跨区通办上线12项，稳岗返还首批名单公示', 50],
    ],
  },
  {
    unit: '区司法局',
    months: [
      [day(1, 28), '收集涉企规范性文件54件', 20],
      [day(2, 28), '完成文件初审，拟废止7件', 35],
      [day(3, 30), '清理结果报审；法律服务团组建，律师12名', 50],
      [day(4, 29), '清理结果公布；法治体检企业9户', 65],
      [day(5, 30), '法治体检企业21户；案卷评查35卷', 80],
    ],
  },
  {
    unit: '公安分局',
    months: [
      [day(1, 30), '印章备案流程再造方案报批', 10],
      [day(3, 1), '“一窗通办”在3个派出所试点', 30],
      [day(3, 31), '印章刻制备案即时办结，办理87枚', 50],
      [day(5, 1), '“一窗通办”扩到6个派出所', 65],
      [day(6, 2), '企业周边巡防责任到人，走访企业40户', 75],
    ],
  },
  {
    unit: '区人民法院',
    months: [
      [day(1, 31), '制定涉企案件绿色通道办法', 15],
      [day(3, 2), '绿色通道窗口设立', 30],
      [day(4, 1), '绿色通道立案29件，全部当日分案', 45],
      [day(5, 2), '执行案款发放36笔，平均19天', 55],
      ['2022.6.2', '简易程序平均审限缩短7天', 65],
    ],
  },
  {
    unit: '区生态环境分局',
    months: [
      [day(2, 1), '环评登记表备案流程梳理', 10],
      [day(3, 7), '登记表项目网上备案12个', 20],
      [day(4, 2), '重点项目排污许可提前介入4个', 30],
      null,
      [day(6, 3), '正面清单企业调整一次，新增6户', 40],
    ],
  },
];

/** Month by month, as they came in: a row for each report. */
function reportRows(): readonly (readonly SampleCell[])[] {
  return MONTHS.flatMap((month, at) =>
    unitReports.flatMap(({ unit, months }) => {
      const report = months[at];
      if (!report) return [];
      const [submittedOn, summary, progress] = report;
      return [[unit, month, submittedOn, summary, progress === undefined ? null : percent(progress)]];
    }),
  );
}

/** 63 reports: two are missing, seven came late. */
export const reportsSheet: SampleSheet = {
  name: '月度落实情况',
  title: '2022年“两化一核心”责任清单月度落实情况报送台账',
  orientation: 'portrait',
  columns: [
    { header: '序号', width: 8, kind: 'number' },
    { header: '报送单位', width: 24, kind: 'text' },
    { header: '所属月份', width: 14, kind: 'choice' },
    { header: '报送时间', width: 15, kind: 'choice' },
    { header: '本月工作落实情况', width: 54, kind: 'text' },
    { header: '总体进度', width: 12, kind: 'choice' },
  ],
  rowHeight: 24,
  rows: reportRows().map((cells, at) => [at + 1, ...cells]),
};
