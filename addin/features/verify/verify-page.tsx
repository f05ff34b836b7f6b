import { useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Button, Field, Textarea } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readHead } from '../../../shared/audit/chain.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import type { MorePageProps } from '../more/more-page.ts';
import { useSession } from '../services.tsx';
import { Verified } from './verified.tsx';

/** 数据核验: whether history stands, by itself and against a head that was noted earlier, such as one printed on a bulletin. */
export function VerifyPage({ onBack }: MorePageProps): ReactNode {
  const { t } = useTranslation();
  const { api } = useSession();
  const [text, setText] = useState('');
  const noted = text.trim() === '' ? null : text.trim().toLowerCase();
  const isWrong = noted !== null && readHead(noted) === null;
  const verifying = useMutation({ mutationFn: (head: string | null) => api.verifyHistory(head) });
  const verify = (): void => {
    if (!verifying.isPending && !isWrong) verifying.mutate(noted);
  };
  return (
    <Place
      actions={
        <Button appearance="primary" disabledFocusable={verifying.isPending || isWrong} onClick={verify}>
          {t(verifying.isPending ? 'verify.running' : 'verify.start')}
        </Button>
      }
    >
      <PlaceHead title={t('more.pages.verify.title')} onBack={onBack} />
      <Body1>{t('verify.sentence')}</Body1>
      <Field label={t('verify.noted')} hint={t('verify.notedHint')} validationMessage={isWrong ? t('verify.notedWrong') : null}>
        <Textarea
          value={text}
          rows={3}
          spellCheck={false}
          onChange={(_, { value }) => {
            setText(value);
            verifying.reset(); // what was said is of another seal
          }}
        />
      </Field>
      {verifying.error && <FaultNotice fault={verifying.error} onRetry={verify} />}
      {verifying.data && <Verified answer={verifying.data} noted={verifying.variables} />}
    </Place>
  );
}
