/** The visits (实地走访) of the sample ledger: most to units that are merely visited and not assessed. Invented for the sample. */

import { day, type SampleCell } from './line.ts';

export interface SampleVisit {
  readonly unit: string;
  readonly date: SampleCell;
  /** What was heard. */
  readonly note?: string;
}

function visit(unit: string, date: SampleCell, note?: string): SampleVisit {
  return note === undefined ? { unit, date } : { unit, date, note };
}

/** In order of their days; 43 units, two of them in one row and one visited twice. */
export const visits: readonly SampleVisit[] = [
  visit('工业园区管委会', day(1, 12), '了解项目代办需求'),
  visit('朝阳街道办事处', day(1, 18)),
  visit('滨河街道办事处', day(1, 18)),
  visit('区政务服务局', day(1, 20), '体验办事流程'),
  visit('新华街道办事处', day(2, 10)),
  visit('和平街道办事处', day(2, 10), '希望增设便民服务自助机'),
  visit('河滨镇人民政府', '2022.2.15'),
  visit('团结镇人民政府', '2022.2.15', '村级代办员培训不足'),
  visit('阳光社区、新苑社区', day(2, 17), '座谈，群众代表14人'),
  visit('河湾村', day(2, 24)),
  visit('柳树沟村', day(2, 24), '土特产外销物流费用高'),
  visit('晨光新材料公司', day(3, 2), '反映用电扩容时间长'),
  visit('宏远机械加工厂', day(3, 2)),
  visit('金穗粮油加工厂', day(3, 4), '希望简化检测报告'),
  visit('瑞丰物流园', day(3, 9)),
  visit('区工商联', day(3, 10), '征集商会意见22条'),
  visit('区个体私营企业协会', day(3, 10)),
  visit('区税务局', day(3, 16), '体验新办纳税人套餐'),
  visit('区第一中学', day(3, 18)),
  visit('实验小学', day(3, 18), '校园周边停车秩序'),
  visit('职业技术学校', '2022年3月23日', '校企合作对接'),
  visit('区人民医院', day(3, 25)),
  visit('区中医院', day(3, 25), '医保结算窗口排队'),
  visit('汇通商贸行', day(4, 6)),
  visit('嘉禾超市', day(4, 6), '证照变更跑了两次'),
  visit('盛达建材市场', day(4, 7)),
  visit('绿源净化设备公司', day(4, 13), '咨询环评手续'),
  visit('海川化工厂', day(4, 13)),
  visit('农商银行营业部', day(4, 19), '小微贷款投放情况'),
  visit('供电公司', day(4, 20), '办电环节压减情况'),
  visit('自来水公司', day(4, 20)),
  visit('公安分局', day(4, 26), '走访“一窗通办”派出所'),
  visit('燃气公司', day(4, 27)),
  visit('创业孵化基地', day(5, 6), '入驻企业19户，反映场租补贴兑现慢'),
  visit('区妇幼保健院', day(5, 11)),
  visit('东风社区', day(5, 12)),
  visit('矿山路社区', day(5, 12), '老旧小区改造进度'),
  visit('向阳村', 20220518),
  visit('鑫泰运输公司', day(5, 19), '危货车辆年审需跨区'),
  visit('众诚律师事务所', day(5, 25)),
  visit('益民大药房', day(6, 1), '许可延续办理顺利'),
  visit('晨光新材料公司', day(6, 9), '回访：用电扩容已办结'),
  visit('清和家政服务部', day(6, 23), '盼技能培训补贴早到位'),
];
