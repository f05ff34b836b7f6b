import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { NewKeyAnswer } from '../../../shared/contract/keys.ts';
import { roles, type Role } from '../../../shared/contract/primitives.ts';
import { Choice } from '../../ui/choice.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { useSession } from '../services.tsx';
import { expiryOf, lifetimes, type Lifetime } from './expiry.ts';

const useStyles = makeStyles({ create: { flexGrow: 1 } });

/** Clerks first: most keys are theirs. */
const offered: readonly Role[] = ['clerk', ...roles.filter((role) => role !== 'clerk')];

interface CreateKeyProps {
  readonly onBack: () => void;
  readonly onCreated: (key: NewKeyAnswer) => void;
}

/** Whom a key is for, what it may, and how long. */
export function CreateKey({ onBack, onCreated }: CreateKeyProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { api } = useSession();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('clerk');
  const [unit, setUnit] = useState('');
  const [lifetime, setLifetime] = useState<Lifetime>('year');
  const [isChecked, setChecked] = useState(false);
  const units = useQuery({ queryKey: ['server', 'entries', 'units'], queryFn: ({ signal }) => api.entries('units', signal) });
  const names = (units.data ?? []).map(({ content }) => String(content['name'] ?? ''));
  const create = useMutation({
    mutationFn: () => {
      const expiresAt = expiryOf(lifetime, new Date());
      return api.createKey({ name: name.trim(), role, ...(role === 'clerk' && { unit: unit.trim() }), ...(expiresAt !== undefined && { expiresAt }) });
    },
    onSuccess: onCreated,
  });
  const isNamed = name.trim() !== '';
  const isPlaced = role !== 'clerk' || unit.trim() !== '';
  const send = (): void => {
    setChecked(true);
    if (isNamed && isPlaced && !create.isPending) create.mutate();
  };
  return (
    <Place
      notice={create.error && <FaultNotice fault={create.error} />}
      actions={
        <Button className={styles.create} appearance="primary" size="large" disabledFocusable={create.isPending} onClick={send}>
          {t('keys.create')}
        </Button>
      }
    >
      <PlaceHead title={t('keys.new')} onBack={onBack} />
      <Field label={t('keys.name')} hint={t('keys.nameHint')} validationMessage={isChecked && !isNamed ? t('keys.faults.name') : null}>
        <Input maxLength={100} value={name} onChange={(_, { value }) => setName(value)} />
      </Field>
      <Field label={t('keys.role')} hint={t(`keys.may.${role}`)}>
        <Choice value={role} options={offered.map((one) => ({ value: one, label: t(`shell.roles.${one}`) }))} onChoose={(value) => setRole(value as Role)} />
      </Field>
      {role === 'clerk' && (
        <Field label={t('keys.unit')} validationMessage={isChecked && !isPlaced ? t('keys.faults.unit') : null}>
          {names.length > 0 ? (
            <Choice value={unit} options={[{ value: '', label: t('keys.unitNone') }, ...names.map((one) => ({ value: one, label: one }))]} onChoose={setUnit} />
          ) : (
            <Input maxLength={100} value={unit} onChange={(_, { value }) => setUnit(value)} />
          )}
        </Field>
      )}
      {units.error && <FaultNotice fault={units.error} onRetry={() => void units.refetch()} />}
      <Field label={t('keys.lifetime')}>
        <Choice
          value={lifetime}
          options={Object.keys(lifetimes).map((one) => ({ value: one, label: t(`keys.lifetimes.${one as Lifetime}`) }))}
          onChoose={(value) => setLifetime(value as Lifetime)}
        />
      </Field>
    </Place>
  );
}
