import { useTranslation } from 'react-i18next';
import type { Role } from '../../../shared/contract/primitives.ts';

/** What somebody is, in words: the role, for clerks with their unit. */
export function useRoleWords(): (of: { readonly role: Role; readonly unit: string | null }) => string {
  const { t } = useTranslation();
  return ({ role, unit }) => (unit === null ? t(`shell.roles.${role}`) : `${t(`shell.roles.${role}`)} · ${unit}`);
}
