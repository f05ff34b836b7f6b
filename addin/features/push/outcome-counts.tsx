import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Counts } from '../../../shared/contract/push.ts';
import { CountStrip } from '../../ui/count-strip.tsx';

const shown = ['inserted', 'updated', 'unchanged', 'incoming', 'conflict', 'rejected'] as const;

/** How many rows came to what by a push, or would. */
export function OutcomeCounts({ counts }: { readonly counts: Counts }): ReactNode {
  const { t } = useTranslation();
  return (
    <CountStrip
      counts={shown
        .filter((outcome) => outcome !== 'incoming' || counts.incoming > 0)
        .map((outcome) => ({ label: t(`push.result.${outcome}`), count: counts[outcome], isWarning: outcome === 'conflict' || outcome === 'rejected' }))}
    />
  );
}
