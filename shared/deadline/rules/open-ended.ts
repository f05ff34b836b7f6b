import { rule } from '../tokens.ts';
import type { Rule } from '../tokens.ts';

const LASTING = '长期性?|持续性?|常态化?|经常性?|长效化?|常年|永久|永远|一直|始终|常抓|长抓|坚持经常|贯穿始终';
const LASTING_WORK =
  '长期|持续|常态化|坚持|推进|保持|落实|开展|执行|整改|巩固|抓好|抓|改进|做好|实施|进行|推动|深化|整治|跟进|监管|监督|维护|管理|有效|工作|任务|用力|不懈|不放松|加强|提升|发力|运行|机制|下去|巡查|并|地|、';

const AT_ONCE = '立行立改|立整立改|立查立改|立说立行|即知即改|即行即改|即整即改|边查边改|边学边改|立改立行|立行即改|立知立改|立即';
const AT_ONCE_WITH_WORK = '马上|当即|即刻|即时|立刻';
const PROMPT_WORK = '整改|办理|落实|完成|执行|改正|纠正|处理|处置|整治|解决|办结|到位';

/** Deadlines without a day of their own: kept up for good, or due at once. */
export const openEndedRules: readonly Rule[] = [
  rule('standing', `(?:${LASTING})(?:${LASTING_WORK})*`, () => ({ is: 'standing' })),
  rule('at once', `(?:(?:${AT_ONCE})(?:${PROMPT_WORK})*|(?:${AT_ONCE_WITH_WORK})(?:${PROMPT_WORK})+)`, () => ({ is: 'immediate' })),
];
