import type { ReactNode } from 'react';
import { Field, Input } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { roles, type Role } from '../../../shared/contract/primitives.ts';
import { Choice } from '../../ui/choice.tsx';
import { useSession } from '../services.tsx';
import { UnreadNotice } from '../offline/unread-notice.tsx';

/** Clerks first: most of those who are let in are. */
const offered: readonly Role[] = ['clerk', ...roles.filter((role) => role !== 'clerk')];

/** What somebody may, and for a clerk the unit it is for. */
export interface RoleDraft {
  readonly role: Role;
  /** As typed or chosen; of clerks alone. */
  readonly unit: string;
}

/** Whether a clerk's unit is still missing. */
export const lacksUnit = ({ role, unit }: RoleDraft): boolean => role === 'clerk' && unit.trim() === '';

/** The draft as the server takes it. */
export function roleRequest({ role, unit }: RoleDraft): { readonly role: Role; readonly unit?: string } {
  return { role, ...(role === 'clerk' && { unit: unit.trim() }) };
}

interface RoleFieldsProps {
  readonly draft: RoleDraft;
  readonly onChange: (draft: RoleDraft) => void;
  /** Whether what is missing is said. */
  readonly isChecked: boolean;
}

/** Fields for role and unit; the unit is chosen from the list of units where there is one. */
export function RoleFields({ draft, onChange, isChecked }: RoleFieldsProps): ReactNode {
  const { t } = useTranslation();
  const { api } = useSession();
  const units = useQuery({ queryKey: ['server', 'entries', 'units'], queryFn: ({ signal }) => api.entries('units', signal) });
  const listed = (units.data ?? []).map(({ content }) => String(content['name'] ?? ''));
  const names = draft.unit === '' || listed.includes(draft.unit) ? listed : [draft.unit, ...listed]; // a unit that is not listed any more stays
  const setUnit = (unit: string): void => onChange({ ...draft, unit });
  return (
    <>
      <Field label={t('access.role')} hint={t(`access.may.${draft.role}`)}>
        <Choice
          value={draft.role}
          options={offered.map((one) => ({ value: one, label: t(`shell.roles.${one}`) }))}
          onChoose={(role) => onChange({ ...draft, role: role as Role })}
        />
      </Field>
      {draft.role === 'clerk' && (
        <Field label={t('access.unit')} validationMessage={isChecked && lacksUnit(draft) ? t('access.faults.unit') : null}>
          {listed.length > 0 ? (
            <Choice
              value={draft.unit}
              options={[{ value: '', label: t('access.unitNone') }, ...names.map((one) => ({ value: one, label: one }))]}
              onChoose={setUnit}
            />
          ) : (
            <Input maxLength={100} value={draft.unit} onChange={(_, { value }) => setUnit(value)} />
          )}
        </Field>
      )}
      {units.error && <UnreadNotice fault={units.error} onRetry={() => void units.refetch()} />}
    </>
  );
}
