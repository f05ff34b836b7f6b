import { useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Field, Input } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DrawAnswer } from '../../../shared/contract/draws.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { useSession } from '../services.tsx';

interface AbandonDrawProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly onAbandoned: (draw: DrawAnswer) => void;
}

/** Asks why a draw is given up; the answer stays on record. */
export function AbandonDraw({ id, onClose, onAbandoned }: AbandonDrawProps): ReactNode {
  const { t } = useTranslation();
  const { api } = useSession();
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const abandon = useMutation({
    mutationFn: () => api.abandonDraw(id, { reason: reason.trim() }),
    onSuccess: (draw) => {
      onAbandoned(draw);
      onClose();
    },
  });
  const confirm = (): void => {
    setChecked(true);
    if (reason.trim() !== '' && !abandon.isPending) abandon.mutate();
  };
  return (
    <Confirm title={t('draw.abandonTitle')} confirm={t('draw.abandon')} onConfirm={confirm} onClose={onClose}>
      <Body1>{t('draw.abandonSentence')}</Body1>
      {abandon.error && <FaultNotice fault={abandon.error} />}
      <Field
        style={{ marginTop: '12px' }}
        label={t('draw.abandonReason')}
        validationMessage={isChecked && reason.trim() === '' ? t('draw.faults.reason') : null}
      >
        <Input maxLength={200} value={reason} onChange={(_, { value }) => setReason(value)} />
      </Field>
    </Confirm>
  );
}
