import type { ReactNode } from 'react';
import { Badge } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { DrawState } from '../../../shared/contract/draws.ts';

const colors = { committing: 'informative', revealing: 'brand', done: 'success', abandoned: 'subtle' } as const;

/** Where a draw stands. */
export function StateBadge({ state }: { readonly state: DrawState }): ReactNode {
  const { t } = useTranslation();
  return (
    <Badge appearance="tint" color={colors[state]} size="large" style={{ flexShrink: 0 }}>
      {t(`draw.states.${state}`)}
    </Badge>
  );
}
