import { parseIso } from '../../shared/calendar/day.ts';
import type { PushRequest } from '../../shared/contract/push.ts';
import { registerById, registers } from '../../shared/registers/index.ts';
import type { RegisterId } from '../../shared/registers/index.ts';
import type { Language } from '../../shared/message.ts';
import type { AssessInput } from '../../shared/scoring/assess.ts';
import type { PaneApi } from './client.ts';
import { ApiError } from './ledger-api.ts';
import type { LastKnown } from './local-push.ts';
import type { Reach } from './reach.ts';

/** The rows of a sheet as they were last tried out, request by request. */
interface Tried {
  readonly push: string | undefined;
  readonly bodies: readonly PushRequest[];
}

/**
 * The same API that goes on without a network: a dry run is answered from what was last known (`localAnswer`), so that rows are
 * still checked, flagged and scored; scores, receipts and what needs someone are worked out anew from that and from the rows that were tried
 * out last, which are those of the sheet. Anything that would be written rejects as before. The reading itself is the transport's
 * (`remembering`).
 */
export function offlineCapable(api: PaneApi, language: () => Language, reach: Pick<Reach, 'isReachable' | 'subscribe'>): PaneApi {
  const tried = new Map<RegisterId, Tried>();
  reach.subscribe(() => {
    if (reach.isReachable()) tried.clear(); // the server answers for the rows again
  });

  const lastKnown = async (asOf: string, signal?: AbortSignal): Promise<LastKnown> => {
    const [plan, { chinaCalendar }, ...entries] = await Promise.all([
      api.plan(asOf, signal),
      import('../../shared/calendar/china.ts'),
      ...registers.map(({ id }) => api.entries(id, signal)),
    ]);
    return { plan, entries: Object.fromEntries(registers.map(({ id }, at) => [id, entries[at] ?? []])), calendar: chinaCalendar() };
  };

  /** What was last known with the sheet's rows over it. */
  const atHand = async (asOf: string, reportedFrom: string | undefined, signal?: AbortSignal): Promise<AssessInput> => {
    const [known, { overlayRows }] = await Promise.all([lastKnown(asOf, signal), import('./overlay-rows.ts')]);
    const day = parseIso(asOf);
    if (day === null) throw new Error('asked without a day');
    const entries = { ...known.entries };
    for (const register of registers) {
      for (const body of tried.get(register.id)?.bodies ?? []) {
        entries[register.id] = overlayRows(register, body, { plan: known.plan, entries }, day).overlaid;
      }
    }
    return { ...known, entries, asOf: day, reportedFrom };
  };

  /** Asks, and works it out here where the server cannot be reached; without enough to go by, what was said last or what happened. */
  const orHere = async <Answer>(ask: () => Promise<Answer>, here: (last: Answer | null) => Promise<Answer | null>): Promise<Answer> => {
    let last: Answer | null = null;
    let fault: unknown;
    try {
      last = await ask();
      if (reach.isReachable()) return last;
    } catch (reason) {
      if (!isUnreachable(reason)) throw reason;
      fault = reason;
    }
    const answer = await here(last).catch((reason: unknown) => {
      if (isUnreachable(reason)) return null; // nothing is known
      throw reason;
    });
    if (answer !== null) return answer;
    if (last === null) throw fault;
    return last;
  };

  /** Who asks, and for a clerk the first month that anyone has reported, as scores or receipt told it last: other units' reports are not a clerk's to read. */
  const asker = async (asOf: string, signal?: AbortSignal) => {
    const { role, unit } = await api.me(signal);
    const own = role === 'clerk' ? unit : null;
    if (own === null) return { by: { unit: own, language: language() }, reportedFrom: undefined };
    const told = await api.scores(asOf, signal).catch(() => api.receipt(own, asOf, signal).catch(() => null));
    return { by: { unit: own, language: language() }, reportedFrom: told?.reportedFrom ?? undefined };
  };

  return {
    ...api,
    scores: (asOf, signal) =>
      orHere(
        () => api.scores(asOf, signal),
        async (last) => {
          const [{ by, reportedFrom }, { localScores }] = await Promise.all([asker(asOf, signal), import('./local-figures.ts')]);
          return localScores(await atHand(asOf, reportedFrom, signal), by, last);
        },
      ),
    receipt: (unit, asOf, signal) =>
      orHere(
        () => api.receipt(unit, asOf, signal),
        async () => {
          const [{ by, reportedFrom }, { localReceipt }] = await Promise.all([asker(asOf, signal), import('./local-figures.ts')]);
          const last = await api.scores(asOf, signal).catch(() => null);
          return localReceipt(await atHand(asOf, reportedFrom, signal), by, unit, last);
        },
      ),
    openMeasures: (asOf, signal) =>
      orHere(
        () => api.openMeasures(asOf, signal),
        async () => {
          const { localOpenMeasures } = await import('./local-figures.ts');
          return localOpenMeasures(await atHand(asOf, undefined, signal), language());
        },
      ),
    push: async (register, body, options) => {
      try {
        return await api.push(register, body, options);
      } catch (fault) {
        const known = registerById(register);
        if (!isUnreachable(fault) || !body.dryRun || body.asOf === undefined || !known) throw fault;
        const { asOf } = body;
        const [last, reportedFrom, { localAnswer }] = await Promise.all([
          lastKnown(asOf, options?.signal),
          asker(asOf, options?.signal).then(
            (by) => by.reportedFrom,
            () => undefined, // rows can be flagged by whoever asks
          ),
          import('./local-push.ts'),
        ]).catch(() => Promise.reject(fault)); // nothing is known: what happened is that the server cannot be reached
        const before = tried.get(register);
        const isSame = before !== undefined && body.push !== undefined && before.push === body.push;
        tried.set(register, { push: body.push, bodies: isSame ? [...before.bodies, body] : [body] });
        return localAnswer(known, body, { ...last, reportedFrom }, options?.language ?? language());
      }
    },
  };
}

function isUnreachable(fault: unknown): boolean {
  return fault instanceof ApiError && fault.code === 'unreachable';
}
