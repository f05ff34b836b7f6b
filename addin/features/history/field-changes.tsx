import type { ReactNode } from 'react';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { FieldChange } from '../../../shared/audit/field-changes.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { fieldLabel, valueWords } from '../../../shared/registers/value-words.ts';
import { useWords } from '../../i18n/use-words.ts';

const useStyles = makeStyles({
  list: { display: 'grid', gridTemplateColumns: 'fit-content(88px) minmax(0, 1fr)', columnGap: '12px', rowGap: '2px', margin: 0 },
  label: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  value: { margin: 0, overflowWrap: 'anywhere' },
  before: { color: tokens.colorNeutralForeground3 },
  after: { fontWeight: tokens.fontWeightSemibold },
});

interface FieldChangesProps {
  readonly register: RegisterId;
  readonly changes: readonly FieldChange[];
  /** Only what stands there after (of a new entry) or stood there before (of a deleted one). */
  readonly only?: 'before' | 'after';
}

/** Fields by their labels, before → after, as a clerk would write them. */
export function FieldChanges({ register, changes, only }: FieldChangesProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useWords();
  const words = (field: string, value: FieldChange['before']): string => valueWords(register, field, value, language) || t('history.blank');
  return (
    <dl className={styles.list}>
      {changes.map(({ field, before, after }) => (
        <FieldLine key={field} label={fieldLabel(register, field, language)}>
          {only ? (
            words(field, only === 'after' ? after : before)
          ) : (
            <>
              <span className={styles.before}>{words(field, before)}</span> → <span className={styles.after}>{words(field, after)}</span>
            </>
          )}
        </FieldLine>
      ))}
    </dl>
  );
}

function FieldLine({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.label}>
        <Caption1>{label}</Caption1>
      </dt>
      <dd className={styles.value}>
        <Caption1>{children}</Caption1>
      </dd>
    </>
  );
}
