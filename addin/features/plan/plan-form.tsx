import { useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Button, Caption1, Caption1Strong, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { planFaults } from '../../../shared/scoring/plan-faults.ts';
import type { PlanDraft } from '../../../shared/scoring/plan.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import type { Conflict, PlanEdit } from './plan-edit.ts';
import { PlanField } from './plan-field.tsx';
import { planSections } from './plan-sections.ts';
import { changedPointers, draftOf, planPointers, textsOf, type PlanPointer } from './plan-texts.ts';
import { usePlanWords } from './plan-words.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '12px' },
  heading: { margin: 0, color: tokens.colorNeutralForeground3 },
  primary: { flexGrow: 1 },
  fault: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface PlanFormProps {
  readonly edit: PlanEdit;
  readonly onChange: (edit: PlanEdit) => void;
  readonly onTry: (draft: PlanDraft) => void;
  /** Leaves the form; what was changed is gone. */
  readonly onDiscard: () => void;
}

/** The plan to be written in, checked at every key by the code the server checks it with. */
export function PlanForm({ edit, onChange, onTry, onDiscard }: PlanFormProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { words } = useWords();
  const { valueOf } = usePlanWords();
  const [isLeaving, setLeaving] = useState(false);
  const before = textsOf(edit.base);
  const draft = draftOf(edit.texts, edit.base);
  const changed = changedPointers(before, edit.texts);
  const faults = new Map(planFaults(draft).map(({ pointer, expected }) => [fieldAt(pointer), words(expected)]));
  const leave = (): void => (changed.length > 0 ? setLeaving(true) : onDiscard());
  return (
    <Place
      notice={<State changed={changed.length} faulty={[...faults.keys()]} />}
      actions={
        <>
          <Button className={styles.primary} appearance="primary" disabledFocusable={changed.length === 0 || faults.size > 0} onClick={() => onTry(draft)}>
            {t('plan.tryIt')}
          </Button>
          <Button onClick={leave}>{t('common.cancel')}</Button>
        </>
      }
    >
      <PlaceHead title={t('plan.editing')} onBack={leave} />
      {edit.conflict ? <ConflictNotice conflict={edit.conflict} /> : <Body1>{t('plan.editHint')}</Body1>}
      {planSections.map(({ id, fields }) => (
        <section key={id} className={styles.section}>
          <Caption1Strong as="h2" className={styles.heading}>
            {t(`plan.sections.${id}`)}
          </Caption1Strong>
          {fields.map((pointer) => (
            <PlanField
              key={pointer}
              pointer={pointer}
              text={edit.texts[pointer]}
              was={changed.includes(pointer) ? valueOf(pointer, before) : null}
              expected={faults.get(pointer) ?? null}
              onWrite={(text) => onChange({ ...edit, texts: { ...edit.texts, [pointer]: text } })}
            />
          ))}
        </section>
      ))}
      {isLeaving && (
        <Confirm title={t('plan.discardTitle')} confirm={t('plan.discard')} onConfirm={onDiscard} onClose={() => setLeaving(false)}>
          {t('plan.discardText')}
        </Confirm>
      )}
    </Place>
  );
}

/** The field that shows a fault: the one at its place, or the first of several it is about. */
function fieldAt(pointer: string): PlanPointer {
  return planPointers.find((field) => field === pointer) ?? planPointers.find((field) => field.startsWith(pointer)) ?? '/period/start';
}

function State({ changed, faulty }: { readonly changed: number; readonly faulty: readonly PlanPointer[] }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { namesOf } = usePlanWords();
  const isFaulty = faulty.length > 0;
  const unfinished = changed === 0 ? t('plan.nothingChanged') : t('plan.changed', { count: changed });
  return (
    <output>
      <Caption1 className={isFaulty ? styles.fault : styles.quiet}>
        {isFaulty ? t('plan.faults', { count: faulty.length, fields: namesOf(faulty) }) : unfinished}
      </Caption1>
    </output>
  );
}

function ConflictNotice({ conflict: { version, theirs, both } }: { readonly conflict: Conflict }): ReactNode {
  const { t } = useTranslation();
  const { namesOf } = usePlanWords();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody style={{ whiteSpace: 'normal', paddingBlock: '6px' }}>
        {t('plan.conflict', { n: version })}
        {theirs.length > 0 && <div>{t('plan.theirChanges', { fields: namesOf(theirs) })}</div>}
        {both.length > 0 && <div>{t('plan.bothChanged', { fields: namesOf(both) })}</div>}
      </MessageBarBody>
    </MessageBar>
  );
}
