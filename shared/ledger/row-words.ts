import { foldWidth } from '../text/fold.ts';
import type { SkipReason } from './skip-reason.ts';

const TOTAL = /^[(（]?(?:[本全]?[页表])?(?:小计|合计|总计|累计|共计|总数)[)）]?$/;
const TOTAL_OF = /^(?:小计|合计|总计|累计|共计|总数)(?:[:：]|\d)/;
const SUBTOTAL_OF = /.(?:小计|合计)$/;
const SECTION =
  /^(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.．)）:： ]|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十\d]{1,3}(?:部分|类|章|批|组))/;
const SIGNATURE =
  /^(?:(?:填表|填报|制表|审核|复核|审批|报送|联系|统计|经办|单位负责|主要负责)(?:人|单位|部门|日期|时间|电话|方式|负责人)|分管领导|单位领导|主要领导|单位)(?:[(（](?:签字|签名|盖章|公章)[)）])?[:：]/;
const SIGNATURE_OF = /^(?:填表|填报|制表|审核|复核|审批|签字|签名|盖章)[:：]|^单位[(（](?:盖章|公章)[)）]/;
const REMARK = /^(?:※|(?:备?注|说明|填表说明|填报说明|附注)\d?[:：.、])/;
/** The next of several notes: 2.…, （3）…. */
const NUMBERED = /^[(（]?\d{1,2}[)）.、．]/;

/** A row that has all an entry must have is one, unless its first words leave no doubt. */
export function wordsOfFull(first: string): SkipReason | null {
  const compact = foldWidth(first).replace(/\s+/g, '');
  if (TOTAL.test(compact)) return 'problem.skippedTotal';
  return SIGNATURE.test(compact) ? 'problem.skippedNote' : null;
}

/** Where the first words of a row stand. */
export interface Standing {
  /** Nothing else is written in the row. */
  readonly isAlone: boolean;
  /** In the column of running numbers. */
  readonly inNumber: boolean;
  /** In a cell merged over much of the ledger. */
  readonly isWide: boolean;
  /** The row above is a note below the table. */
  readonly afterNote: boolean;
}

/** What the first words of a row that lacks something required say that it is; null: an entry, as far as they tell. */
export function wordsOf(text: string, { isAlone, inNumber, isWide, afterNote }: Standing): SkipReason | null {
  const folded = foldWidth(text);
  const compact = folded.replace(/\s+/g, '');
  if (TOTAL.test(compact) || TOTAL_OF.test(compact) || SUBTOTAL_OF.test(compact)) return 'problem.skippedTotal';
  if (SIGNATURE.test(compact) || SIGNATURE_OF.test(compact) || (isAlone && REMARK.test(compact))) return 'problem.skippedNote';
  if (isAlone && afterNote && NUMBERED.test(compact)) return 'problem.skippedNote';
  if (SECTION.test(folded) && (isAlone || inNumber)) return 'problem.skippedSection';
  if (isAlone && isWide) return afterNote ? 'problem.skippedNote' : 'problem.skippedSection';
  return isAlone && inNumber && !/^\d/.test(compact) ? 'problem.skippedSection' : null;
}
