import { useTranslation } from 'react-i18next';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { useReachable } from '../offline/use-reach.ts';
import { useCheckOnReturn } from '../push/check-on-return.ts';
import { useLedgerCheck } from '../push/use-ledger-check.ts';

/** How the ledger on the sheet stands to the server, in words; '' where no ledger is bound. */
export function useSyncWords(): string {
  const { t } = useTranslation();
  const { binding } = useLedger();
  const { counts, decisions, faulty, revision, isChecking } = useLedgerCheck(binding);
  useCheckOnReturn(binding);
  const isReachable = useReachable();
  if (!isReachable) return [...(binding === null ? [] : [t('shell.revision', { n: binding.base })]), t('offline.state')].join(' · ');
  if (binding === null) return '';
  if (binding.syncedAt === null) return t('shell.sync.never');
  const changes = counts ? counts.inserted + counts.updated : 0;
  const state = ((): string => {
    // Where nothing would change any more, the push without an answer has arrived.
    if (binding.pending.length > 0 && (counts === undefined || changes > 0)) return t('shell.sync.unanswered');
    if (decisions.length > 0) return t('shell.sync.toDecide', { count: decisions.length });
    if (changes > 0) return t('shell.sync.changes', { count: changes });
    if (counts === undefined) return isChecking ? t('shell.sync.checking') : '';
    if (faulty > 0) return t('shell.sync.toCheck', { count: faulty });
    return t('shell.sync.synced');
  })();
  // What was settled or pushed since is in it, though the sheet's own base moves with a push of all rows only.
  return [t('shell.revision', { n: Math.max(binding.base, revision ?? 0) }), state].filter((part) => part !== '').join(' · ');
}
