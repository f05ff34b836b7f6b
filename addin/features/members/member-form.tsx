import { useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { memberKinds, OBJECT_ID_PATTERN } from '../../../shared/contract/members.ts';
import type { Member, MemberKind } from '../../../shared/contract/members.ts';
import { Choice } from '../../ui/choice.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { lacksUnit, RoleFields, roleRequest, type RoleDraft } from '../access/role-fields.tsx';
import { useSession } from '../services.tsx';

const useStyles = makeStyles({ save: { flexGrow: 1 }, id: { overflowWrap: 'anywhere' } });

interface MemberFormProps {
  /** Whom to change; null: somebody new. */
  readonly member: Member | null;
  readonly tenants: readonly string[];
  readonly onBack: () => void;
  readonly onSaved: () => void;
}

/** A person or group by its id in Entra, and what it may. Who is a member already stays who it is. */
export function MemberForm({ member, tenants, onBack, onSaved }: MemberFormProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { api } = useSession();
  const [tenant, setTenant] = useState(member?.tenant ?? tenants[0] ?? '');
  const [kind, setKind] = useState<MemberKind>(member?.kind ?? 'person');
  const [typed, setTyped] = useState(member?.object ?? '');
  const [name, setName] = useState(member?.name ?? '');
  const [may, setMay] = useState<RoleDraft>({ role: member?.role ?? 'clerk', unit: member?.unit ?? '' });
  const [isChecked, setChecked] = useState(false);
  const object = typed.trim().toLowerCase();
  const [isIdentified, isNamed] = [OBJECT_ID_PATTERN.test(object), name.trim() !== ''];
  const save = useMutation({
    mutationFn: () => api.putMember(tenant, object, { kind, name: name.trim(), ...roleRequest(may) }),
    onSuccess: onSaved,
  });
  const send = (): void => {
    setChecked(true);
    if (isIdentified && isNamed && !lacksUnit(may) && !save.isPending) save.mutate();
  };
  return (
    <Place
      notice={save.error && <FaultNotice fault={save.error} />}
      actions={
        <Button className={styles.save} appearance="primary" size="large" disabledFocusable={save.isPending} onClick={send}>
          {t('members.save')}
        </Button>
      }
    >
      <PlaceHead title={t(member === null ? 'members.add' : 'members.change')} onBack={onBack} />
      {member === null && tenants.length > 1 && (
        <Field label={t('members.tenant')}>
          <Choice value={tenant} options={tenants.map((one) => ({ value: one, label: one }))} onChoose={setTenant} />
        </Field>
      )}
      {member === null ? (
        <>
          <Field label={t('members.kind')}>
            <Choice
              value={kind}
              options={memberKinds.map((one) => ({ value: one, label: t(`members.kinds.${one}`) }))}
              onChoose={(value) => setKind(value as MemberKind)}
            />
          </Field>
          <Field
            label={t('members.object')}
            hint={t(`members.objectHint.${kind}`)}
            validationMessage={isChecked && !isIdentified ? t('members.faults.object') : null}
          >
            <Input value={typed} spellCheck={false} onChange={(_, { value }) => setTyped(value)} />
          </Field>
        </>
      ) : (
        <Body1 className={styles.id}>
          {t(`members.is.${kind}`)}
          <br />
          {object}
        </Body1>
      )}
      <Field label={t('members.name')} validationMessage={isChecked && !isNamed ? t('access.faults.name') : null}>
        <Input maxLength={100} value={name} onChange={(_, { value }) => setName(value)} />
      </Field>
      <RoleFields draft={may} onChange={setMay} isChecked={isChecked} />
    </Place>
  );
}
