import type { ReactNode } from 'react';
import { Field, ProgressBar } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

export interface Progress {
  readonly stage: 'reading' | 'checking' | 'sending' | 'writing';
  readonly done: number;
  readonly total: number;
}

/** How far a push has come, in rows. */
export function PushProgress({ stage, done, total }: Progress): ReactNode {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const words = t(`push.progress.${stage}`, { done: number.format(done), total: number.format(total) });
  return (
    <Field validationMessage={words} validationState="none">
      <ProgressBar aria-label={t('push.progress.label')} {...(total > 0 && { value: done / total })} thickness="large" />
    </Field>
  );
}
