import { isoOf, parseIso } from '../../shared/calendar/day.ts';
import type { Calendar } from '../../shared/calendar/calendar.ts';
import type { PushAnswer, PushRequest } from '../../shared/contract/push.ts';
import { countsOf, outcomeColumns, verdictColumns } from '../../shared/contract/words.ts';
import type { Entry } from '../../shared/ledger/entry.ts';
import type { Language } from '../../shared/message.ts';
import type { Register, RegisterId } from '../../shared/registers/index.ts';
import { assess } from '../../shared/scoring/assess.ts';
import type { Plan } from '../../shared/scoring/plan.ts';
import { byRank } from '../../shared/scoring/rank.ts';
import { judgeContext } from '../../shared/verdict/context.ts';
import { judgeEntry } from '../../shared/verdict/judge.ts';
import { overlayRows } from './overlay-rows.ts';

/** What was last known of the workspace. */
export interface LastKnown {
  readonly plan: Plan;
  readonly entries: Readonly<Partial<Record<RegisterId, readonly Entry[]>>>;
  readonly calendar: Calendar;
  /** The first month that any unit has reported, where the entries are one unit's alone. */
  readonly reportedFrom?: string | undefined;
}

/**
 * What the server would say of a push over what was last known of it: how rows differ from that, their flags, and the units' scores
 * with them. For a dry run without a network; what others have done meanwhile, and what only the server checks, is not in it.
 */
export function localAnswer(register: Register, body: PushRequest, { plan, entries, calendar, reportedFrom }: LastKnown, language: Language): PushAnswer {
  const day = parseIso(body.asOf ?? '');
  if (day === null) throw new Error('asked without a day');
  const hasDeadline = register.fields.some(({ kind }) => kind === 'deadline');
  const { rows, overlaid } = overlayRows(register, body, { plan, entries }, day);
  const { verdicts, receipts } = assess({ entries: { ...entries, [register.id]: overlaid }, plan, asOf: day, calendar, reportedFrom });
  const context = judgeContext(plan, day, calendar);
  const judged = rows.map(({ id, entry }) => (entry === null || !hasDeadline ? null : (verdicts.get(id) ?? judgeEntry(register.id, entry, context))));
  return {
    revision: body.base,
    asOf: isoOf(day),
    counts: countsOf(rows),
    rows: { ...outcomeColumns(rows, language), ...verdictColumns(judged, language) },
    incoming: { columns: ['id'], rows: [], revisions: [], deleted: [], deletedRevisions: [], changes: [], more: false },
    conflicts: [],
    units: byRank(receipts.map(({ lines: _lines, ...unit }) => unit)),
    newUnits: [],
    provisional: judged.some((verdict) => verdict?.provisional === true),
  };
}
