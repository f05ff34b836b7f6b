import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { NewKeyAnswer } from '../../../shared/contract/keys.ts';
import { Choice } from '../../ui/choice.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { lacksUnit, RoleFields, roleRequest, type RoleDraft } from '../access/role-fields.tsx';
import { useSession } from '../services.tsx';
import { expiryOf, lifetimes, type Lifetime } from './expiry.ts';

const useStyles = makeStyles({ create: { flexGrow: 1 } });

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
  const [may, setMay] = useState<RoleDraft>({ role: 'clerk', unit: '' });
  const [lifetime, setLifetime] = useState<Lifetime>('year');
  const [isChecked, setChecked] = useState(false);
  const create = useMutation({
    mutationFn: () => {
      const expiresAt = expiryOf(lifetime, new Date());
      return api.createKey({ name: name.trim(), ...roleRequest(may), ...(expiresAt !== undefined && { expiresAt }) });
    },
    onSuccess: onCreated,
  });
  const isNamed = name.trim() !== '';
  const send = (): void => {
    setChecked(true);
    if (isNamed && !lacksUnit(may) && !create.isPending) create.mutate();
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
      <Field label={t('keys.name')} hint={t('keys.nameHint')} validationMessage={isChecked && !isNamed ? t('access.faults.name') : null}>
        <Input maxLength={100} value={name} onChange={(_, { value }) => setName(value)} />
      </Field>
      <RoleFields draft={may} onChange={setMay} isChecked={isChecked} />
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
