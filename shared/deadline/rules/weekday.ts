/** The source of a pattern for a weekday that may follow a date: 周五, 星期日. */
export const WEEKDAY = '(?:(?:周|星期|礼拜)(?<weekday>[1-6日天]))?';

/** 1 (Monday) to 7 (Sunday) of what `WEEKDAY` captured; null when nothing. */
export function weekdayNumber(written: string | undefined): number | null {
  if (!written) return null;
  return written === '日' || written === '天' ? 7 : Number(written);
}
