/** The 29 problems of the sample ledger, in five aspects. Invented for the sample. */

import { day, type SampleCell } from './line.ts';
import type { SampleSheet } from './sheet.ts';

interface SampleProblem {
  readonly unit: string;
  readonly title: string;
  readonly aspect: '思想认识' | '工作落实' | '政务服务' | '涉企执法' | '政策兑现';
  readonly severity: '一般' | '较重' | '严重' | null;
  readonly foundOn: SampleCell;
  readonly due: SampleCell;
  readonly status: string | null;
  readonly closedOn?: SampleCell;
  readonly verifiedBy?: string;
  readonly inspectionNo?: string;
  readonly note?: string;
}

type Found = Pick<SampleProblem, 'unit' | 'title' | 'aspect' | 'severity' | 'foundOn' | 'due'>;

function found(unit: string, title: string, aspect: SampleProblem['aspect'], severity: SampleProblem['severity'], foundOn: SampleCell, due: SampleCell): Found {
  return { unit, title, aspect, severity, foundOn, due };
}

/** A problem mended and checked. */
function closed(problem: Found, closedOn: SampleCell, verifiedBy: string, extra: Partial<SampleProblem> = {}): SampleProblem {
  return { ...problem, status: '已整改', closedOn, verifiedBy, ...extra };
}

/** A problem still being mended. */
function open(problem: Found, extra: Partial<SampleProblem> = {}): SampleProblem {
  return { ...problem, status: '整改中', ...extra };
}

const FIRST = '督查2022-1';
const SECOND = '督查2022-2';
const QUARTER = '一季度';
const THIRD = '督查2022-3';
const FOURTH = '督查2022-4';

const problems: readonly SampleProblem[] = [
  closed(found('区政务服务局', '个别窗口午间无人值守，群众需二次取号', '政务服务', '一般', day(2, 23), '5个工作日内'), day(2, 28), '韩梅', {
    inspectionNo: FIRST,
  }),
  closed(found('区政务服务局', '自助区操作指引只有电子屏，老年人不便', '政务服务', '一般', day(2, 23), '3月15日前'), day(3, 11), '韩梅', {
    inspectionNo: FIRST,
  }),
  closed(found('区市场监督管理局', '登记高峰时段分流不及时，平均等候40分钟', '政务服务', '较重', day(2, 23), '3月底前'), day(3, 29), '韩梅', {
    inspectionNo: FIRST,
  }),
  closed(found('区税务局', '辅导资料未及时更新退税口径', '政策兑现', '一般', day(2, 23), '立行立改'), day(2, 23), '韩梅', { inspectionNo: FIRST }),
  open(found('区住建局', '审批时限压减没有分环节明细，责任未到岗', '工作落实', '较重', day(3, 24), '4月底前'), { inspectionNo: SECOND, note: '已书面督办' }),
  closed(found('区住房和城乡建设局', '水气报装收费公示与窗口口径不一致', '政务服务', '较重', day(3, 24), '一个月内'), day(5, 6), '宋志强', {
    inspectionNo: SECOND,
    note: '重新公示',
  }),
  closed(found('区住房和城乡建设局', '班子会未专题研究营商环境工作', '思想认识', '较重', day(3, 24), '4月15日前'), '2022.4.13', '宋志强', {
    inspectionNo: SECOND,
  }),
  closed(found('区自然资源局', '合并窗口叫号系统不互通', '政务服务', '一般', day(3, 24), '2022年4月底前'), day(4, 20), '宋志强', { inspectionNo: SECOND }),
  closed(found('区生态环境分局', '现场检查未提前告知企业检查事项', '涉企执法', '较重', day(3, 24), '15日内'), day(4, 7), '宋志强', { inspectionNo: SECOND }),
  open(found('区生态环境分局', '同一企业一季度重复检查3次', '涉企执法', '较重', day(3, 24), '5月底前'), { inspectionNo: SECOND, note: '联合检查计划未报' }),
  closed(found('公安分局', '派出所综合窗口未公示收费标准', '政务服务', null, day(3, 24), '3个工作日内'), day(3, 28), '宋志强', { inspectionNo: SECOND }),
  closed(found('区发改委', '清单个别措施未明确科室责任人', '工作落实', '一般', day(4, 8), '4月20日前'), day(4, 18), '韩梅', { inspectionNo: QUARTER }),
  closed(found('区工业和信息化局', '企业诉求台账办结情况记录不全', '工作落实', '一般', day(4, 8), '2022/4/30'), day(4, 29), '韩梅', { inspectionNo: QUARTER }),
  closed(found('区人力资源和社会保障局', '月度落实情况迟报、漏报', '工作落实', '较重', day(4, 8), '5月3日前'), day(5, 3), '韩梅', { inspectionNo: QUARTER }),
  closed(found('区人社局', '对“一把手”责任制认识不足，未部署到科室', '思想认识', '较重', day(4, 8), '4月底前'), '2022年5月12日', '韩梅', {
    inspectionNo: QUARTER,
  }),
  closed(found('区人民法院', '涉企案件回访记录缺项', '工作落实', '一般', day(4, 8), '收到通知后10个工作日内'), day(4, 21), '韩梅', { inspectionNo: QUARTER }),
  closed(found('区司法局', '法律服务团企业联络表未公开', '政策兑现', '一般', day(4, 8), '4月25日前'), day(4, 22), '韩梅', { inspectionNo: QUARTER }),
  closed(found('区财政局', '惠企资金目录未标明受理科室', '政策兑现', '一般', day(4, 8), '5月上旬'), day(5, 9), '韩梅', { inspectionNo: QUARTER }),
  open(found('区财政局', '拖欠账款清偿台账不全，2笔未列还款计划', '政策兑现', '严重', day(5, 11), '6月10日前'), { inspectionNo: THIRD, note: '6月21日已督办' }),
  closed(found('区发改委', '前期手续联审会议定事项缺少跟踪', '工作落实', '一般', day(5, 11), '5月底前'), day(5, 30), '宋志强', { inspectionNo: THIRD }),
  open(found('区工信局', '专项扶持资金申报指南发布晚于兑现时间', '政策兑现', '较重', day(5, 11), '6月20日前'), { inspectionNo: THIRD }),
  closed(found('区市监局', '2家行业协会收费项目未公示', '涉企执法', '严重', day(6, 8), '两周内'), day(6, 20), '宋志强', { note: '涉企收费专项检查发现' }),
  open(found('区市监局', '检查结果未在平台归集，企业查询不到', '涉企执法', '一般', day(6, 8), '7月5日前'), { note: '涉企收费专项检查发现' }),
  open(found('区人力资源和社会保障局', '稳岗返还资金到账慢，7户企业反映', '政策兑现', '较重', day(6, 15), '立行立改'), {
    inspectionNo: FOURTH,
    status: '未整改',
  }),
  closed(found('区人民法院', '执行案款发放未逐案公示', '工作落实', '一般', day(6, 15), '6月25日前'), day(6, 24), '宋志强', { inspectionNo: FOURTH }),
  open(found('区司法局', '案卷评查反馈意见未回头看', '涉企执法', '一般', day(6, 15), '8月底前'), { inspectionNo: FOURTH }),
  closed(found('区自然资源局', '企业反映地籍资料查询需多次往返', '政务服务', '一般', '2022.5.6', '1个月内'), day(5, 27), '韩梅', { note: '走访收集' }),
  open(found('区生态环境分局', '干部下沉企业服务少，坐等上门', '思想认识', '一般', day(5, 19), '9月底前'), { note: '走访收集' }),
  open(found('区政务服务局', '镇（街道）帮办代办窗口人员培训不足', '工作落实', '一般', day(2, 15), '三季度'), { note: '走访收集，已培训两期' }),
];

/** As a clerk keeps them: by the day they were found in, those heard on visits at the end. */
export const problemsSheet: SampleSheet = {
  name: '问题清单',
  title: '2022年优化营商环境督查发现问题清单',
  orientation: 'landscape',
  columns: [
    { header: '序号', width: 10, kind: 'number' },
    { header: '整改责任单位', width: 24, kind: 'text' },
    { header: '存在问题', width: 42, kind: 'text' },
    { header: '问题类别', width: 14, kind: 'choice', list: ['思想认识', '工作落实', '政务服务', '涉企执法', '政策兑现'] },
    { header: '严重程度', width: 14, kind: 'choice', list: ['一般', '较重', '严重'] },
    { header: '发现时间', width: 14, kind: 'choice' },
    { header: '整改时限', width: 19, kind: 'choice' },
    { header: '整改情况', width: 14, kind: 'choice', list: ['已整改', '整改中', '未整改'] },
    { header: '销号时间', width: 14, kind: 'choice' },
    { header: '复核人', width: 13, kind: 'choice' },
    { header: '督查批次', width: 15, kind: 'choice' },
    { header: '备注', width: 24, kind: 'text' },
  ],
  rowHeight: 33,
  hasFilter: true,
  rows: problems.map(({ unit, title, aspect, severity, foundOn, due, status, closedOn = null, verifiedBy = null, inspectionNo = null, note = null }, at) => [
    at + 1,
    unit,
    title,
    aspect,
    severity,
    foundOn,
    due,
    status,
    closedOn,
    verifiedBy,
    inspectionNo,
    note,
  ]),
};
