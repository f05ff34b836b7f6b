import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { memberKinds, OBJECT_ID_PATTERN } from '../../../shared/contract/members.ts';
import type { MemberKind } from '../../../shared/contract/members.ts';
import { roles, type Role } from '../../../shared/contract/primitives.ts';
import { Choice } from '../../ui/choice.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { useSession } from '../services.tsx';

const useStyles = makeStyles({ add: { flexGrow: 1 } });

/** Clerks first: most members are. */
const offered: readonly Role[] = ['clerk', ...roles.filter((role) => role !== 'clerk')];

interface AddMemberProps {
  readonly tenants: readonly string[];
  readonly onBack: () => void;
  readonly onAdded: () => void;
}

/** A person or group by its id in Entra, and what it may. Added again it is changed. */
export function AddMember({ tenants, onBack, onAdded }: AddMemberProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { api } = useSession();
  const [tenant, setTenant] = useState(tenants[0] ?? '');
  const [kind, setKind] = useState<MemberKind>('person');
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('clerk');
  const [unit, setUnit] = useState('');
  const [isChecked, setChecked] = useState(false);
  const units = useQuery({ queryKey: ['server', 'entries', 'units'], queryFn: ({ signal }) => api.entries('units', signal) });
  const names = (units.data ?? []).map(({ content }) => String(content['name'] ?? ''));
  const object = typed.trim().toLowerCase();
  const add = useMutation({
    mutationFn: () => api.putMember(tenant, object, { kind, name: name.trim(), role, ...(role === 'clerk' && { unit: unit.trim() }) }),
    onSuccess: onAdded,
  });
  const faults = {
    object: OBJECT_ID_PATTERN.test(object) ? null : t('members.faults.object'),
    name: name.trim() === '' ? t('members.faults.name') : null,
    unit: role === 'clerk' && unit.trim() === '' ? t('members.faults.unit') : null,
  };
  const send = (): void => {
    setChecked(true);
    if (Object.values(faults).every((fault) => fault === null) && !add.isPending) add.mutate();
  };
  return (
    <Place
      notice={add.error && <FaultNotice fault={add.error} />}
      actions={
        <Button className={styles.add} appearance="primary" size="large" disabledFocusable={add.isPending} onClick={send}>
          {t('members.save')}
        </Button>
      }
    >
      <PlaceHead title={t('members.add')} onBack={onBack} />
      {tenants.length > 1 && (
        <Field label={t('members.tenant')}>
          <Choice value={tenant} options={tenants.map((one) => ({ value: one, label: one }))} onChoose={setTenant} />
        </Field>
      )}
      <Field label={t('members.kind')}>
        <Choice
          value={kind}
          options={memberKinds.map((one) => ({ value: one, label: t(`members.kinds.${one}`) }))}
          onChoose={(value) => setKind(value as MemberKind)}
        />
      </Field>
      <Field label={t('members.object')} hint={t(`members.objectHint.${kind}`)} validationMessage={isChecked ? faults.object : null}>
        <Input value={typed} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      <Field label={t('members.name')} validationMessage={isChecked ? faults.name : null}>
        <Input maxLength={100} value={name} onChange={(_, { value }) => setName(value)} />
      </Field>
      <Field label={t('members.role')}>
        <Choice value={role} options={offered.map((one) => ({ value: one, label: t(`shell.roles.${one}`) }))} onChoose={(value) => setRole(value as Role)} />
      </Field>
      {role === 'clerk' && (
        <Field label={t('members.unit')} validationMessage={isChecked ? faults.unit : null}>
          {names.length > 0 ? (
            <Choice
              value={unit}
              options={[{ value: '', label: t('members.unitNone') }, ...names.map((one) => ({ value: one, label: one }))]}
              onChoose={setUnit}
            />
          ) : (
            <Input maxLength={100} value={unit} onChange={(_, { value }) => setUnit(value)} />
          )}
        </Field>
      )}
      {units.error && <FaultNotice fault={units.error} onRetry={() => void units.refetch()} />}
    </Place>
  );
}
