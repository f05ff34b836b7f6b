import { useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Button, Checkbox, Field, Input, makeStyles } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DrawAnswer } from '../../../shared/contract/draws.ts';
import { drawnKinds, strata, type DrawnKind } from '../../../shared/draw/types.ts';
import { Choice } from '../../ui/choice.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { useSession } from '../services.tsx';
import { AvoidUnits } from './avoid-units.tsx';
import { deadlines, emptyDraft, faultOf, requestOf, type DeadlineChoice, type DrawDraft } from './draft.ts';
import { PartyNames } from './party-names.tsx';

const useStyles = makeStyles({
  sizes: { display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: '12px' },
  number: { minWidth: 0, width: '100%' },
  done: { marginTop: '-12px', marginLeft: '-8px' },
  freeze: { flexGrow: 1 },
});

interface StartDrawProps {
  readonly onBack: () => void;
  readonly onStarted: (draw: DrawAnswer) => void;
}

/** What is drawn, how many, who is avoided and who takes part; freezing the list ends it. */
export function StartDraw({ onBack, onStarted }: StartDrawProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { api } = useSession();
  const { asOf } = useLedger();
  const [draft, setDraft] = useState<DrawDraft>(emptyDraft);
  const [isChecked, setChecked] = useState(false);
  const start = useMutation({ mutationFn: () => api.startDraw(requestOf(draft, asOf, new Date())), onSuccess: onStarted });
  const change = (part: Partial<DrawDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const fault = faultOf(draft);
  const freeze = (): void => {
    setChecked(true);
    if (fault === null && !start.isPending) start.mutate();
  };
  return (
    <Place
      notice={start.error && <FaultNotice fault={start.error} />}
      actions={
        <Button className={styles.freeze} appearance="primary" size="large" disabledFocusable={start.isPending} onClick={freeze}>
          {t(start.isPending ? 'draw.freezing' : 'draw.freeze')}
        </Button>
      }
    >
      <PlaceHead title={t('draw.new')} onBack={onBack} />
      <Body1>{t('draw.startSentence', { asOf })}</Body1>
      <Field label={t('draw.what')}>
        <Choice
          value={draft.of}
          options={drawnKinds.map((kind) => ({ value: kind, label: t(`draw.of.${kind}`) }))}
          onChoose={(value) => change({ of: value as DrawnKind })}
        />
      </Field>
      {draft.of === 'measures' && (
        <Checkbox
          className={styles.done}
          label={t('draw.onlyDone')}
          checked={draft.onlyDone}
          onChange={(_, data) => change({ onlyDone: data.checked === true })}
        />
      )}
      <div className={styles.sizes}>
        {strata.map((stratum) => (
          <Field key={stratum} label={t(`draw.sizes.${stratum}`)} validationMessage={isChecked && fault === 'sizes' ? t('draw.faults.sizes') : null}>
            <Input
              inputMode="numeric"
              className={styles.number}
              input={{ className: styles.number }}
              value={draft.sizes[stratum]}
              onChange={(_, { value }) => change({ sizes: { ...draft.sizes, [stratum]: value } })}
            />
          </Field>
        ))}
      </div>
      <AvoidUnits avoided={draft.exclude} onChange={(exclude) => change({ exclude })} />
      <PartyNames
        names={draft.parties}
        fault={isChecked && (fault === 'parties' || fault === 'partyTwice') ? t(`draw.faults.${fault}`) : null}
        onChange={(parties) => change({ parties })}
      />
      <Field label={t('draw.deadline')} hint={t('draw.deadlineHint')}>
        <Choice
          value={draft.deadline}
          options={Object.keys(deadlines).map((choice) => ({ value: choice, label: t(`draw.deadlines.${choice as DeadlineChoice}`) }))}
          onChoose={(value) => change({ deadline: value as DeadlineChoice })}
        />
      </Field>
    </Place>
  );
}
