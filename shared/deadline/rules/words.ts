import { message } from '../../message.ts';
import { rule } from '../tokens.ts';
import type { Rule, Token } from '../tokens.ts';

const words = (): Token => ({ is: 'words' });

/** Words before a deadline that change nothing about it. */
const LEAD_INS =
  '截止日期|截止时间|截止[至到]?|截至到?|完成时限|整改时限|办理时限|完成时间|完成期限|整改期限|完成日期|时限要求|时限|期限|时间|日期|最迟|最晚|不迟于|不晚于|不得晚于|不得迟于|力争|争取|确保|务必|必须|应当|预计|计划|定于|限于|限期|限|同时|并且|并|且|再|然后|分别|首先|最终|全部|全面|基本|初步|彻底|1次性|至少|不少于|1次|须|需|应|拟|要|在|于|自|从|由|按|为|是|的|:';

/** What is done by the deadline. A verb may be followed by what it is done to, as long as that says nothing about time or conditions. */
const VERBS =
  '完成|完工|完毕|化解|清除|退出|注销|结案|通车|报送|上报|提交|印发|出台|发布|公布|建成|投用|投入|交付|验收|竣工|开工|启动|结束|实现|达到|通过|办结|销号|整改|落实|到位|见效|取得|形成|制定|制订|编制|起草|修订|建立|健全|完善|开展|组织|召开|推进|推动|解决|消除|拆除|清理|清零|整治|治理|改造|建设|施工|安装|调试|试运行|运行|上线|使用|开放|开通|移交|归档|总结|汇总|公示|签订|签约|拨付|支付|兑现|拿出|做好|抓好|补齐|补充|补办|纠正|改正|处理|处置|反馈|回复|答复|办理|评估|考核|检查|督查|自查|排查|摸排|培训|宣传|审定|审议|审核|审批|批复|立项|招标|挂牌|搬迁|征收|供应|执行|实施|清退|追缴|退还|收回|整合|优化|提升|覆盖|达标|复工|复产|进场|封顶|调度|通报|研判|更新|巡查|巡检|检修|演练|报|送|交';

/** Harmless words that hold a piece of a word about time or conditions, and amounts. */
const HARMLESS =
  '内容|内部|内控|内审|前期|后续|后期|如期|如实|到位|到人|到户|到期|达到|起草|年度|不少于|不低于|不足|不合格|不规范|不到位|室内|区内|国内|季度(?=报|总|工|考|通)|待办|待遇|不动产|直接|每户|每人|\\d+(?:\\.\\d+)?(?:%|公里|平方米|[家户项台套处条座件亩万亿人名场批次]|个(?!月|工作日|自然日|季|星期|礼拜|小时|年))';
const ABOUT_TIME =
  '年[底末内终初中]|全年|[今明后次去来本当上下每]年|季度|半年|月[底末初内]|[本次下当上每]月|[上中下]旬|[本下每]周|周[1-6日末内]|工作日|之日|期间|左右|尽快|及时|长期|持续|常态|[后前内每起若如视待除另暂未或延至到直不约]';
const OBJECT = `(?:(?:${HARMLESS})|(?!${ABOUT_TIME})[\\u4e00-\\u9fffA-Z、%+&])*`;

/** Alone they are no deadline; beside a date they add nothing. */
const URGENT = '尽快|尽早|抓紧|及时|加快|从速|按期|按时|如期';
/** They make even a written date uncertain. */
const UNCERTAIN = '左右|前后|大约|约|大概|上下|暂定|待定|未定|另行通知|另行确定|视情况?|适时|择机|近期|按要求|按计划|按进度|年初|年中|若干[天日]?|数[日天]';

export const wordRules: readonly Rule[] = [
  rule('lead-in', LEAD_INS, words),
  rule('what is done', `(?:${VERBS})${OBJECT}`, words),
  rule('among them', '其中', () => ({ is: 'among' })),
  rule('separator', '[;、]+|(?:以及|和|及|与)(?=\\d)', words),
  rule('urgent', `(?:${URGENT})(?:${VERBS})*`, (_, text) => ({ is: 'vague', text })),
  rule('which month or quarter', '(?:月|季度?)[底末初内](?:之前|以前|前)?', (_, text) => ({
    is: 'trouble',
    problem: message('deadline.whichPeriod', { text }),
  })),
  rule('uncertain', UNCERTAIN, (_, text) => ({ is: 'trouble', problem: message('deadline.vague', { text }) })),
];

/** Words right behind a deadline that mark it as one; 前 includes the day itself (domain, Deadlines). */
export const MARKERS = /(?:之前|以前|前(?!后(?![续期]))|为止|截止|止|之内|以内|内|期间|当天|当日)+/y;
