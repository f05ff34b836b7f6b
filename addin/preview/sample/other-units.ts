/** The ten other departments of the sample ledger. Invented for the sample. */

import { day, done, open, percent, waiting, type SampleUnit } from './line.ts';

export const otherUnits: readonly SampleUnit[] = [
  {
    name: '区工业和信息化局',
    aliases: '区工信局',
    tier: '其他部门',
    leader: '吴海涛',
    measures: [
      done('走访规模以上工业企业，建立一企一档', '3月31日前', day(3, 29)),
      open('兑现中小企业专项扶持资金，公示后10日内拨付', '6月20日前', percent(60), { coUnits: '区财政局' }),
      open('推动重点企业上云，组织数字化诊断', '第三季度末', percent(65)),
      open('建立企业诉求“接诉即办”微信专线', '每月末', percent(100), { completedOn: day(6, 28) }),
      waiting('举办工业产品供需对接会', '11月底前', { start: day(9, 1) }),
    ],
  },
  {
    name: '区住房和城乡建设局',
    aliases: '区住建局',
    tier: '其他部门',
    leader: '郑立军',
    measures: [
      open('工程建设项目审批时间压减至60个工作日以内', '4月底前', percent(70), { coUnits: '区自然资源局、区政务服务局' }),
      open('推行施工许可分阶段办理', '5月15日前', percent(50)),
      open('联合验收一次申报、限时办结', '2022年6月底前', percent(85), { coUnits: '区自然资源局' }),
      done('公布水气报装流程图和收费标准', '3月底前', day(4, 26)),
      open('市政接入外线工程并联审批', '年底前', percent(20), { coUnits: '公安分局' }),
      open('清退到期工程建设领域保证金', '立即整改', percent(30), { start: day(5, 20), note: '剩余3笔在核对' }),
    ],
  },
  {
    name: '区自然资源局',
    aliases: '区自然资源分局',
    tier: '其他部门',
    leader: '王素琴',
    measures: [
      done('不动产登记与税务、住建窗口合并受理', '2022年4月', day(4, 20), { coUnits: '区税务局、区住房和城乡建设局' }),
      done('抵押登记1个工作日办结', '5月上旬', day(5, 9)),
      open('工业用地“标准地”出让，提前完成区域评估', '9月30日前', percent(70)),
      open('历史遗留“登记难”小区分批化解', '2022年3月至12月', percent(60), { coUnits: '区住房和城乡建设局' }),
      open('规划许可电子证照同步发放', '7月初', percent(100), { note: '试运行，未正式发文' }),
    ],
  },
  {
    name: '区税务局',
    aliases: '国家税务总局乌达区税务局',
    tier: '其他部门',
    leader: '陈国栋',
    measures: [
      done('留抵退税政策逐户辅导，建立直达名单', '4月30日', day(4, 28)),
      done('推行新办纳税人套餐式服务', day(3, 15), day(3, 11), { coUnits: '区政务服务局' }),
      done('电子税务局辅导区增设自助终端4台', '二季度', day(6, 10)),
      open('纳税信用修复网上申请、限时反馈', '10月底', percent(60)),
      open('税费咨询热线接通率保持95%以上', '长期', percent(98)),
    ],
  },
  {
    name: '区财政局',
    aliases: '',
    tier: '其他部门',
    leader: '李淑珍',
    measures: [
      done('政府采购取消投标保证金，推行承诺函', '2月28日前', day(2, 21)),
      open('拖欠中小企业账款清零', '6月底', percent(75), { coUnits: '区住房和城乡建设局、区工业和信息化局', note: '余额382万元' }),
      done('惠企资金“免申即享”目录公布', '1个月内', day(5, 30), { start: day(5, 5) }),
      open('扩大政府性融资担保规模，费率降至1%以下', '2022年12月底前', percent(48)),
    ],
  },
  {
    name: '区人力资源和社会保障局',
    aliases: '区人社局',
    tier: '其他部门',
    leader: '刘建平',
    measures: [
      open('园区设立人才服务专员，提供政策代办', '3月底前', percent(40), { note: '编制事项未批' }),
      open('社保业务跨区通办事项扩到20项', '5月底', '60%', { unitAs: '区人社局', coUnits: '区政务服务局' }),
      open('稳岗返还资金直达企业账户', '6月10日前', 80, { coUnits: '区财政局' }),
      open('零工市场建成运营', '8月底前', percent(35)),
      waiting('组织企业用工专场招聘', '会议召开前'),
    ],
  },
  {
    name: '区司法局',
    aliases: '',
    tier: '其他部门',
    leader: '黄永强',
    measures: [
      done('开展涉企规范性文件清理并公布结果', '4月15日前', day(4, 14)),
      done('组建民营企业法律服务团，完成首轮法治体检', '6月20日前', day(6, 17)),
      open('行政执法三项制度检查，案卷评查不少于60卷', '9月底前', percent(65), { coUnits: '区市场监督管理局' }),
      open('商事纠纷调解室常驻园区', '长期坚持', percent(90), { coUnits: '区人民法院' }),
    ],
  },
  {
    name: '公安分局',
    aliases: '乌达区公安分局、市公安局乌达区分局',
    tier: '其他部门',
    leader: '马占奎',
    measures: [
      done('印章刻制备案即时办结', '2022.3.31', day(3, 30), { coUnits: '区政务服务局' }),
      open('身份证、居住证“一窗通办”覆盖所有派出所', '6月30日', percent(95)),
      open('企业周边治安巡防责任到人', '每月25日前', percent(100), { completedOn: day(6, 24) }),
      done('涉企案件办理流程回访制度上墙', '5月底前', day(6, 8)),
    ],
  },
  {
    name: '区人民法院',
    aliases: '区法院',
    tier: '其他部门',
    leader: '高瑞霞',
    measures: [
      done('设立涉企案件绿色通道，立案当日分案', '3月底', day(3, 18)),
      done('简易程序审理期限平均压缩10天', '6月中旬', day(6, 20)),
      open('执行案款30日内发放，逐案公示', '6月底前完成，并长期坚持', percent(92)),
      open('破产审判府院联动机制文件印发', '7月7日前', percent(80), { coUnits: '区财政局、区税务局' }),
      waiting('营商环境司法保障白皮书发布', '2023年1月底'),
    ],
  },
  {
    name: '区生态环境分局',
    aliases: '生态环境局乌达区分局',
    tier: '其他部门',
    leader: '田玉宝',
    measures: [
      open('环评登记表项目即报即备', '立行立改', percent(100), { note: '已启用网上备案' }),
      open('排污许可提前介入指导，重点项目一对一服务', '5月中旬', percent(30)),
      open('执法监管正面清单动态调整', '6月31日', percent(50), { note: '时限待核' }),
      open('环保投诉举报限时反馈', day(6, 24), percent(45), { coUnits: '区住房和城乡建设局' }),
      open('园区环境监测数据向企业开放', '年内', percent(10)),
    ],
  },
];
