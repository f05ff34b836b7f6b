import type { ReactNode } from 'react';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Change, FieldChange } from '../../../shared/audit/field-changes.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { RowButton } from '../../ui/row-button.tsx';
import { ChangeBadge } from './change-badge.tsx';
import { VersionChanges } from './version-changes.tsx';

const useStyles = makeStyles({
  entry: { paddingBottom: '12px' },
  head: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  title: { display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere' },
  caption: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

interface ChangedEntryProps {
  readonly register: RegisterId;
  readonly entry: { readonly title: string | null; readonly change: Change; readonly changes: readonly FieldChange[] };
  /** Said under the title. */
  readonly caption: string | null;
  readonly onSelect: () => void;
}

/** An entry that was changed, or is to be: what became of it, what it is called, and its fields before → after. */
export function ChangedEntry({ register, entry: { title, change, changes }, caption, onSelect }: ChangedEntryProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <div className={styles.entry}>
      <RowButton onClick={onSelect}>
        <span className={styles.head}>
          <ChangeBadge change={change} />
          <span className={styles.words}>
            <span className={styles.title} title={title ?? undefined}>
              {title ?? t('history.untitled')}
            </span>
            {caption !== null && <Caption1 className={styles.caption}>{caption}</Caption1>}
          </span>
        </span>
      </RowButton>
      <VersionChanges register={register} change={change} changes={changes} />
    </div>
  );
}
