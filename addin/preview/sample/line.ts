/** One measure of the sample ledger, in the ways that clerks write. */

/** A calendar date, stored in the sheet as a real date. */
export interface SampleDate {
  readonly date: string;
}

/** A percentage, stored in the sheet as a number with a percent format. */
export interface SamplePercent {
  readonly percent: number;
}

export type SampleCell = string | number | SampleDate | SamplePercent | null;

export interface SampleMeasure {
  readonly title: string;
  readonly due: SampleCell;
  readonly status: string;
  readonly progress: SampleCell;
  /** The unit as written in this row, where that is an alias. */
  readonly unitAs?: string;
  readonly start?: SampleCell;
  readonly coUnits?: string;
  readonly completedOn?: SampleCell;
  readonly note?: string;
}

export interface SampleUnit {
  readonly name: string;
  readonly aliases: string;
  readonly tier: '重点部门' | '其他部门';
  readonly leader: string;
  readonly measures: readonly SampleMeasure[];
}

/** A real date of 2022; `day(6, 30)` is 30 June. */
export function day(month: number, date: number): SampleDate {
  return { date: `2022-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}` };
}

/** `percent(60)` shows as 60%. */
export function percent(value: number): SamplePercent {
  return { percent: value };
}

type Extra = Omit<SampleMeasure, 'title' | 'due' | 'status' | 'progress'>;

/** A measure that is done. */
export function done(title: string, due: SampleCell, completedOn: SampleCell, extra: Extra = {}): SampleMeasure {
  return { title, due, status: '已完成', progress: percent(100), completedOn, ...extra };
}

/** A measure under way. */
export function open(title: string, due: SampleCell, progress: SampleCell, extra: Extra = {}): SampleMeasure {
  return { title, due, status: '进行中', progress, ...extra };
}

/** A measure not begun. */
export function waiting(title: string, due: SampleCell, extra: Extra = {}): SampleMeasure {
  return { title, due, status: '未启动', progress: null, ...extra };
}
