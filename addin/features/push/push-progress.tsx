import type { ReactNode } from 'react';
import { Field, ProgressBar } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { PushProgress } from './push-options.ts';
import type { CheckProgress } from './use-ledger-check.ts';

/** How far a push or a check has come, in rows. */
export function PushProgressBar({ progress }: { readonly progress: PushProgress | CheckProgress | null }): ReactNode {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const { phase, done, total } = progress ?? { phase: 'reading', done: 0, total: 0 };
  const words = total > 0 ? t(`push.progress.${phase}`, { done: number.format(done), total: number.format(total) }) : t('common.loading');
  return (
    <Field validationMessage={words} validationState="none">
      <ProgressBar aria-label={t('push.progress.label')} {...(total > 0 && { value: done / total })} thickness="large" />
    </Field>
  );
}
