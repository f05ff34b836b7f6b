import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Body1, Button, Field, Input, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DrawAnswer } from '../../../shared/contract/draws.ts';
import { commitmentOf, isShortSecret, MAX_SECRET, MIN_SECRET } from '../../../shared/draw/hashes.ts';
import { Choice } from '../../ui/choice.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { sha256 } from '../../work/digest.ts';
import { newSecret } from '../../work/new-secret.ts';
import { useSession } from '../services.tsx';
import type { KeptSecret } from './keep-secret.tsx';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { margin: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface PartyStepProps {
  readonly draw: DrawAnswer;
  /** `kept`: what a party has just committed to and must keep. */
  readonly onTaken: (draw: DrawAnswer, kept: KeptSecret | null) => void;
}

/** The step that is due: a party commits to a secret, or reveals it. A secret leaves the pane only when it is revealed. */
export function PartyStep({ draw, onTaken }: PartyStepProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { api } = useSession();
  const step = draw.state === 'revealing' ? 'reveal' : 'commit';
  const due = draw.parties.filter(({ committedAt, revealedAt }) => (step === 'commit' ? committedAt : revealedAt) === null).map(({ name }) => name);
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState('');
  const [isChecked, setChecked] = useState(false);
  const party = due.includes(chosen) ? chosen : (due[0] ?? '');
  const secret = typed.trim();
  const take = useMutation({
    mutationFn: async () =>
      step === 'reveal' ? api.revealInDraw(draw.id, { party, secret }) : api.commitToDraw(draw.id, { party, commitment: await commitmentOf(secret, sha256) }),
    onSuccess: (next) => {
      setTyped('');
      setChecked(false);
      onTaken(next, step === 'commit' ? { party, secret } : null);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (!isShortSecret(secret) && !take.isPending) take.mutate();
  };
  return (
    <form className={styles.root} onSubmit={submit} noValidate>
      <Subtitle2 as="h2" className={styles.title}>
        {t(`draw.${step}.title`)}
      </Subtitle2>
      <Body1>{t(`draw.${step}.why`)}</Body1>
      <Field label={t('draw.whichParty')}>
        <Choice value={party} options={due.map((name) => ({ value: name, label: name }))} onChoose={setChosen} />
      </Field>
      <Field
        label={t('draw.secret')}
        hint={t(`draw.${step}.hint`, { min: MIN_SECRET })}
        validationMessage={isChecked && isShortSecret(secret) ? t('draw.faults.secret', { min: MIN_SECRET }) : null}
      >
        <Input value={typed} autoComplete="off" spellCheck={false} maxLength={MAX_SECRET} onChange={(_, { value }) => setTyped(value)} />
      </Field>
      {take.error && <FaultNotice fault={take.error} />}
      <span className={styles.buttons}>
        <Button appearance="primary" type="submit" disabledFocusable={take.isPending}>
          {t(`draw.${step}.button`)}
        </Button>
        {step === 'commit' && <Button onClick={() => setTyped(newSecret())}>{t('draw.generate')}</Button>}
      </span>
    </form>
  );
}
