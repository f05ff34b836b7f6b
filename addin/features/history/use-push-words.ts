import { useTranslation } from 'react-i18next';
import { registerById } from '../../../shared/registers/index.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Push } from './pushes.ts';
import { revisionsText } from './pushes.ts';

const changes = ['inserted', 'updated', 'deleted'] as const;

/** What an act was and how much it changed, in words. */
export function usePushWords(): { readonly title: (push: Push) => string; readonly counts: (counts: Push['counts']) => string } {
  const { t } = useTranslation();
  const { language } = useWords();
  return {
    title: ({ kind, register, reverts }) => {
      const ledger = registerById(register)?.label[language] ?? register;
      return kind === 'revert' ? t('history.kind.revert', { ledger, revision: revisionsText(reverts) }) : t(`history.kind.${kind}`, { ledger });
    },
    counts: (counts) =>
      changes
        .filter((change) => counts[change] > 0)
        .map((change) => t(`history.counts.${change}`, { count: counts[change] }))
        .join(' · '),
  };
}
