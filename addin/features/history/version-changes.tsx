import type { ReactNode } from 'react';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Change, FieldChange } from '../../../shared/audit/field-changes.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { FieldChanges } from './field-changes.tsx';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', color: tokens.colorBrandForegroundLink, width: 'fit-content', marginBottom: '4px' },
});

interface VersionChangesProps {
  readonly register: RegisterId;
  readonly change: Change;
  readonly changes: readonly FieldChange[];
}

/** What a version changed. A new or deleted entry has all its fields: they are there on demand. */
export function VersionChanges({ register, change, changes }: VersionChangesProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  if (change === 'updated') return <FieldChanges register={register} changes={changes} />;
  if (changes.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>
        <Caption1>{t('history.allFields', { count: changes.length })}</Caption1>
      </summary>
      <FieldChanges register={register} changes={changes} only={change === 'inserted' ? 'after' : 'before'} />
    </details>
  );
}
