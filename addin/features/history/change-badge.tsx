import type { ReactNode } from 'react';
import { Badge } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../shared/audit/field-changes.ts';

const colours = { inserted: 'success', updated: 'informative', deleted: 'danger' } as const satisfies Readonly<Record<Change, string>>;

/** What became of an entry, as a word with its colour. */
export function ChangeBadge({ change }: { readonly change: Change }): ReactNode {
  const { t } = useTranslation();
  return (
    <Badge appearance="tint" color={colours[change]} style={{ flexShrink: 0 }}>
      {t(`history.change.${change}`)}
    </Badge>
  );
}
