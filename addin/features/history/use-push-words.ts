import { useTranslation } from 'react-i18next';
import { registerById } from '../../../shared/registers/index.ts';
import { useWords } from '../../i18n/use-words.ts';
import type { Push } from './pushes.ts';
import { revisionsText } from './pushes.ts';

const changes = ['inserted', 'updated', 'deleted'] as const;

/** What an act was, who did it and how much it changed, in words. */
interface PushWords {
  readonly title: (push: Push) => string;
  readonly counts: (counts: Push['counts']) => string;
  /** Who pushed it, and of a package that someone else made also who that was. */
  readonly author: (of: Pick<Push, 'by' | 'madeBy'>) => string;
}

export function usePushWords(): PushWords {
  const { t } = useTranslation();
  const { language } = useWords();
  return {
    title: ({ kind, register, reverts }) => {
      const ledger = registerById(register)?.label[language] ?? register;
      return kind === 'revert' ? t('history.kind.revert', { ledger, revision: revisionsText(reverts) }) : t(`history.kind.${kind}`, { ledger });
    },
    author: ({ by, madeBy }) => (madeBy === null || madeBy === by ? by : t('history.madeBy', { madeBy, by })),
    counts: (counts) =>
      changes
        .filter((change) => counts[change] > 0)
        .map((change) => t(`history.counts.${change}`, { count: counts[change] }))
        .join(' · '),
  };
}
