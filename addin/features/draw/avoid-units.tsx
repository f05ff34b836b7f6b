import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Caption1, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../ui/choice.tsx';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { useSession } from '../services.tsx';
import { UnreadNotice } from '../offline/unread-notice.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '8px' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  reason: { color: tokens.colorNeutralForeground3 },
  add: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: '8px' },
  input: { minWidth: 0 },
});

type Avoided = readonly { readonly unit: string; readonly reason: string }[];

/** Units left out for avoidance (回避), each with the reason that will stand on the slip. */
export function AvoidUnits({ avoided, onChange }: { readonly avoided: Avoided; readonly onChange: (avoided: Avoided) => void }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { api } = useSession();
  const { asOf } = useLedger();
  const [unit, setUnit] = useState('');
  const [reason, setReason] = useState('');
  const scores = useQuery({ queryKey: ['server', 'scores', asOf], queryFn: ({ signal }) => api.scores(asOf, signal) });
  const free = (scores.data?.units ?? []).map((one) => one.unit).filter((name) => !avoided.some((one) => one.unit === name));
  const canAdd = unit !== '' && reason.trim() !== '';
  const add = (): void => {
    if (!canAdd) return;
    onChange([...avoided, { unit, reason: reason.trim() }]);
    setUnit('');
    setReason('');
  };
  return (
    <div className={styles.root}>
      <Field label={t('draw.avoid')} hint={t('draw.avoidHint')}>
        <Choice value={unit} options={[{ value: '', label: t('draw.avoidNone') }, ...free.map((name) => ({ value: name, label: name }))]} onChoose={setUnit} />
      </Field>
      {scores.error && <UnreadNotice fault={scores.error} onRetry={() => void scores.refetch()} />}
      {unit !== '' && (
        <Field label={t('draw.avoidReason')}>
          <div className={styles.add}>
            <Input
              className={styles.input}
              aria-label={t('draw.avoidReason')}
              maxLength={200}
              value={reason}
              onChange={(_, { value }) => setReason(value)}
              onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && add()}
            />
            <Button disabledFocusable={!canAdd} onClick={add}>
              {t('draw.add')}
            </Button>
          </div>
        </Field>
      )}
      {avoided.length > 0 && (
        <ul className={styles.list} aria-label={t('draw.avoid')}>
          {avoided.map((one) => (
            <li key={one.unit} className={styles.item}>
              <span className={styles.words}>
                <span>{one.unit}</span>
                <Caption1 className={styles.reason}>{one.reason}</Caption1>
              </span>
              <Button
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={t('draw.avoidRemove', { unit: one.unit })}
                onClick={() => onChange(avoided.filter((other) => other.unit !== one.unit))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
