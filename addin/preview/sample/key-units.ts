/** The three key departments of the sample ledger and what their leaders signed for. Invented for the sample. */

import { day, done, open, percent, type SampleUnit } from './line.ts';

export const keyUnits: readonly SampleUnit[] = [
  {
    name: '区发改委',
    aliases: '区发展和改革委员会、区发改局',
    tier: '重点部门',
    leader: '赵志远',
    measures: [
      done('制定营商环境年度工作要点，逐条分解到科室和责任人', '2月底前', day(2, 25), { coUnits: '区政务服务局' }),
      done('建立重大项目前期手续联审例会制度，每半月通报一次卡点', '3月底前', day(3, 28), { coUnits: '区自然资源局、区住房和城乡建设局' }),
      open('推行企业投资项目备案全程网办，办结时间压减至1个工作日', day(7, 5), percent(90), { coUnits: '区政务服务局' }),
      open('编制产业项目用能、用地、环评要素保障清单并按季更新', '每季度末', percent(50), { completedOn: day(3, 31), coUnits: '区生态环境分局' }),
      done('清理涉企中介服务事项，公布保留事项目录', '5月20日前', '2022.5.18'),
      open('组织民营企业座谈会，收集问题并逐条答复', '6月15日', 40, { note: '受会期影响顺延，已收集意见27条' }),
      open('完善社会信用信息归集，信用修复协同办理不超过3天', '年底前', percent(55), { coUnits: '区市场监督管理局' }),
      open('公共资源交易投诉电话专人值守，来电当日登记', '长期坚持', percent(95)),
    ],
  },
  {
    name: '区政务服务局',
    aliases: '区政务局、区行政审批和政务服务局',
    tier: '重点部门',
    leader: '孙晓梅',
    measures: [
      done('大厅设置“办不成事”反映窗口，明确首接负责人', '1月底前', day(1, 24)),
      done('梳理高频事项“一次告知”清单，窗口与网上同步公开', '一季度', day(3, 30)),
      done('推行帮办代办，建立重点项目代办员名册', day(4, 30), day(4, 22), { coUnits: '区发改委、区工业和信息化局' }),
      done('开通周六延时服务，公布可办事项目录', '2022年5月底前', day(5, 27)),
      open('完成区、镇（街道）、村（社区）三级事项标准统一', '三季度', percent(70), { coUnits: '区司法局' }),
      open('建成企业开办一窗专区，执照、印章、税票一次领取', '2022/7/6', percent(95), { start: day(4, 1), coUnits: '区市场监督管理局、区税务局、公安分局' }),
      open('落实“好差评”制度，差评100%回访整改', '常态化', percent(100)),
      open('电子证照调用率提高到八成以上', '2022年12月31日前', '50%', { note: '等待上级接口开放' }),
      open('推出一批“一件事一次办”主题服务', '上半年', percent(80), { coUnits: '区人力资源和社会保障局', note: '12个主题已上线9个' }),
    ],
  },
  {
    name: '区市场监督管理局',
    aliases: '区市场监管局、区市监局',
    tier: '重点部门',
    leader: '周建国',
    measures: [
      done('企业设立登记实行智能表单，材料精简三成', '3月底', day(3, 25)),
      done('公布轻微违法行为不予处罚清单', 20220415, '2022年4月13日', { coUnits: '区司法局' }),
      open('开展涉企收费专项检查，重点查处转嫁费用行为', '5月底前', percent(65), { coUnits: '区发改委、区财政局', note: '尚有4家单位未查' }),
      done('推行“双随机、一公开”联合抽查，减少重复上门', '4月底前', day(5, 12), { coUnits: '区生态环境分局' }),
      open('食品经营许可告知承诺办理，当场发证', '6月30日前', percent(90)),
      open('建立知识产权维权援助工作站', '10月底前', percent(15), { unitAs: '区市场监管局', note: '选址未定' }),
      open('企业简易注销公告期压缩，实行网上预检', '8月中旬', percent(75), { coUnits: '区税务局' }),
      open('12315投诉按期办结率保持在98%以上', '持续推进', percent(99)),
    ],
  },
];
