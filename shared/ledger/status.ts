import { foldWidth } from '../text/fold.ts';

export type Status = 'done' | 'open' | 'notStarted';

/** The words for each status, after folding (domain, Values). */
const WORDS: readonly (readonly [Status, string])[] = [
  ['done', '已完成 完成 办结 已办结 已销号 销号 已整改 整改完成 完成整改 已完成整改 √ ✓ ✔ ☑ ✅ 是 done closed completed complete yes true'],
  ['open', '进行中 推进中 整改中 办理中 落实中 实施中 正在进行 正在推进 正在整改 正在办理 正在落实 持续推进 正常推进 有序推进'],
  ['open', '未完成 未整改 未办结 未销号 未落实 尚未完成 部分完成 否 × ✗ ✘ ☒ ❌ x open inprogress ongoing no false'],
  ['notStarted', '未启动 未开始 尚未启动 尚未开始 未开展 notstarted pending'],
];

const STATUS_OF_WORD: ReadonlyMap<string, Status> = new Map(WORDS.flatMap(([status, words]) => words.split(' ').map((word) => [word, status] as const)));

/** A longer text is a story, no word. */
const LONGEST_WORD = 20;

/** The status a word stands for, or the word itself, folded, when it is none that is known: that is a hint, not a fault (domain, Values). */
export function readStatus(text: string): string {
  const known = STATUS_OF_WORD.get(text);
  if (known !== undefined) return known;
  const folded = foldWidth(text).trim();
  if (folded.length > LONGEST_WORD) return folded;
  return STATUS_OF_WORD.get(keyOf(folded)) ?? folded;
}

/** Blanks, case and a full stop at the end tell no two words apart. */
function keyOf(folded: string): string {
  return folded
    .replace(/\s+/g, '')
    .replace(/[。.!;,]+$/, '')
    .toLowerCase();
}
