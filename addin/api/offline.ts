import { registerById, registers } from '../../shared/registers/index.ts';
import type { Language } from '../../shared/message.ts';
import type { PaneApi } from './client.ts';
import { ApiError } from './ledger-api.ts';

/**
 * The same API that goes on without a network: a dry run is answered from what was last known (`localAnswer`), so that rows are
 * still checked, flagged and scored. Anything that would be written rejects as before. The reading itself is the transport's
 * (`remembering`).
 */
export function offlineCapable(api: PaneApi, language: () => Language): PaneApi {
  return {
    ...api,
    push: async (register, body, options) => {
      try {
        return await api.push(register, body, options);
      } catch (fault) {
        const known = registerById(register);
        if (!(fault instanceof ApiError) || fault.code !== 'unreachable' || !body.dryRun || body.asOf === undefined || !known) throw fault;
        const [plan, { chinaCalendar }, { localAnswer }, ...entries] = await Promise.all([
          api.plan(body.asOf, options?.signal),
          import('../../shared/calendar/china.ts'),
          import('./local-push.ts'),
          ...registers.map(({ id }) => api.entries(id, options?.signal)),
        ]).catch(() => Promise.reject(fault)); // nothing is known: what happened is that the server cannot be reached
        const byRegister = Object.fromEntries(registers.map(({ id }, at) => [id, entries[at] ?? []]));
        return localAnswer(known, body, { plan, entries: byRegister, calendar: chinaCalendar() }, language());
      }
    },
  };
}
