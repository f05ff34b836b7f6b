import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Button, Caption1, MessageBar, MessageBarBody, Spinner, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { WorkbookError } from '../../excel/port.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { faultWords } from '../../ui/fault.ts';
import { LongList } from '../../ui/long-list.tsx';
import type { QueueProps } from '../push/push-place.tsx';
import { isAlwaysPreviewed } from '../push/preview-setting.ts';
import { useServices } from '../services.tsx';
import { choicesOf } from './choices.ts';
import { DecisionCard } from './decision-card.tsx';
import { decisionKinds } from '../push/decisions.ts';
import type { Decision, DecisionKind } from '../push/decisions.ts';
import type { Choice, Settlement } from './settle.ts';
import { useSettle } from './use-settle.ts';

const FIRST = 10;

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '12px', paddingTop: '4px' },
  title: { ...typographyStyles.body1Strong, margin: 0, outlineStyle: 'none' },
  head: { display: 'flex', flexDirection: 'column', gap: '2px' },
  group: { display: 'flex', flexDirection: 'column', gap: '4px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '8px' },
  name: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  all: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px' },
  bar: { whiteSpace: 'normal' },
});

/** A choice to be confirmed before it is carried out. */
interface Asked {
  readonly kind: DecisionKind;
  readonly choice: Choice;
  readonly decisions: readonly Decision[];
}

/** The rows to decide on, group by group; nothing when there are none and nothing was decided just now. */
export function QueueSection({ decisions, isChecking, binding, onSelect }: QueueProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { store } = useServices();
  const { isBusy: isSettling, settled, fault, settlements, start, dismiss } = useSettle(binding);
  const isBusy = isSettling || isChecking;
  const [asked, setAsked] = useState<Asked | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (settled !== null) heading.current?.focus(); // the button that was pressed is gone
  }, [settled]);
  const groups = decisionKinds.map((kind) => ({ kind, items: decisions.filter((decision) => decision.kind === kind) })).filter(({ items }) => items.length > 0);
  const choose = (chosen: Asked): void => {
    setAsked(null);
    start(chosen.decisions.map((decision): Settlement => ({ decision, choice: chosen.choice })));
  };
  const isFormulas = fault instanceof WorkbookError && fault.code === 'formulaCells';
  if (groups.length === 0 && settled === null && fault === null) return null;
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {groups.length > 0 ? t('queue.title', { count: decisions.length }) : t('queue.empty')}
        </h2>
        {groups.length > 0 && <Caption1 className={styles.quiet}>{t('queue.hint')}</Caption1>}
      </div>
      {isSettling && <Spinner size="tiny" labelPosition="after" label={t('queue.busy')} />}
      {settled !== null && !isSettling && (
        <MessageBar intent={settled.refused > 0 ? 'warning' : 'success'} layout="multiline">
          <MessageBarBody className={styles.bar}>
            <output>
              {t('queue.settled', { count: settled.done })}
              {settled.refused > 0 && t('queue.refused', { count: settled.refused })}
            </output>
          </MessageBarBody>
        </MessageBar>
      )}
      {settled !== null && settled.unwritten !== null && !isSettling && <FaultNotice fault={settled.unwritten} also={t('queue.unwritten')} intent="warning" />}
      {fault !== null && !isFormulas && <FaultNotice fault={fault} onRetry={() => start(settlements)} />}
      {isFormulas && <FormulaQuestion fault={fault} onReplace={() => start(settlements, { replacesFormulas: true })} onClose={dismiss} />}
      {groups.map(({ kind, items }, nth) => (
        <section key={kind} className={styles.group}>
          <Body1 as="h3" className={styles.name}>
            {t(`queue.groups.${kind}`, { count: items.length })}
          </Body1>
          {items.length > 1 && (
            <div className={styles.all}>
              {choicesOf[kind].map((choice) => (
                <Button key={choice} size="small" disabledFocusable={isBusy} onClick={() => setAsked({ kind, choice, decisions: items })}>
                  {t(`queue.all.${kind}.${choice}` as `queue.all.missing.${Choice}`)}
                </Button>
              ))}
            </div>
          )}
          <LongList items={items} label={t(`queue.groups.${kind}`, { count: items.length })} keyOf={(decision) => decision.id} first={FIRST}>
            {(decision) => (
              <DecisionCard
                decision={decision}
                binding={binding}
                isOpenAtFirst={nth === 0 && decision === items[0]}
                isBusy={isBusy}
                onSelect={() => onSelect(decision)}
                onChoose={(choice) => {
                  const chosen = { kind, choice, decisions: [decision] };
                  const isWritten = choice === 'mine'; // to the server
                  if (isWritten && (kind === 'missing' || isAlwaysPreviewed(store))) setAsked(chosen);
                  else choose(chosen);
                }}
              />
            )}
          </LongList>
        </section>
      ))}
      {asked && <ChoiceQuestion asked={asked} onConfirm={() => choose(asked)} onClose={() => setAsked(null)} />}
    </section>
  );
}

/** Says what a choice does to how many rows before it is carried out. */
function ChoiceQuestion({ asked, onConfirm, onClose }: { readonly asked: Asked; readonly onConfirm: () => void; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { kind, choice, decisions } = asked;
  const count = decisions.length;
  const label = t(`queue.${count > 1 ? 'all' : 'choices'}.${kind}.${choice}` as `queue.all.missing.${Choice}`);
  return (
    <Confirm title={label} confirm={label} onConfirm={onConfirm} onClose={onClose}>
      <Body1>{t(`queue.ask.${kind}.${choice}` as `queue.ask.missing.${Choice}`, { count })}</Body1>
    </Confirm>
  );
}

/** Names the formulas that would give way, and lets the clerk decide. */
function FormulaQuestion({ fault, onReplace, onClose }: { readonly fault: unknown; readonly onReplace: () => void; readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { language } = useWords();
  return (
    <Confirm title={t('queue.formulasTitle')} confirm={t('queue.replaceFormulas')} onConfirm={onReplace} onClose={onClose}>
      <Body1>{faultWords(fault, t, language).text}</Body1>
    </Confirm>
  );
}
