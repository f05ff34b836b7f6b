import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Caption1, Checkbox, Input, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { message } from '../../../../shared/message.ts';
import type { OpenFact } from '../../../../shared/scoring/open.ts';
import type { Supposition } from '../../../../shared/scoring/what-if.ts';
import { useWords } from '../../../i18n/use-words.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FaultNotice } from '../../../ui/fault-notice.tsx';
import { LoadingRows } from '../../../ui/loading.tsx';
import { LongList } from '../../../ui/long-list.tsx';
import { useCardColour } from '../../../ui/theme.tsx';

import type { WhatIf } from './use-what-if.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  hint: { color: tokens.colorNeutralForeground2 },
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 76px', columnGap: '8px', alignItems: 'start', padding: '4px 0' },
  box: { marginLeft: '-8px', alignItems: 'flex-start' },
  label: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground1 },
  progress: { width: '76px', minWidth: 0 },
  fault: { gridColumn: '1 / -1', textAlign: 'right', color: tokens.colorPaletteRedForeground1 },
});

/** The rows of a unit that can be supposed done, or further along. */
export function WhatIfRows({ whatIf }: { readonly whatIf: WhatIf }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  if (whatIf.fault) return <FaultNotice fault={whatIf.fault} onRetry={whatIf.retry} />;
  if (whatIf.isLoading) return <LoadingRows rows={5} />;
  if (whatIf.rows.length === 0) return <EmptyState icon={<CheckmarkCircleRegular />} title={t('scores.whatIf.noneTitle')} text={t('scores.whatIf.noneText')} />;
  return (
    <section className={styles.root}>
      <Body1 className={styles.hint}>{t('scores.whatIf.hint')}</Body1>
      <LongList key={whatIf.round} items={whatIf.rows} label={t('scores.whatIf.rows')} keyOf={({ entry }) => entry.id}>
        {(row) => <Row row={row} supposition={whatIf.suppositions.get(row.entry.id) ?? null} onSuppose={whatIf.suppose} />}
      </LongList>
    </section>
  );
}

interface RowProps {
  readonly row: OpenFact;
  readonly supposition: Supposition | null;
  readonly onSuppose: WhatIf['suppose'];
}

function Row({ row: { entry, verdict }, supposition, onSuppose }: RowProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { words } = useWords();
  const { text } = useCardColour(verdict.card);
  const faultId = useId();
  const title = String(entry.content['title'] ?? '');
  const progress = entry.content['progress'];
  // What is typed outlives a tick, so that taking the tick away supposes it again.
  const [typed, setTyped] = useState(typeof progress === 'number' ? String(progress) : '');
  const isDone = supposition === 'done';
  const isFaulty = !isDone && !isProgress(typed);
  return (
    <div className={styles.row}>
      <Checkbox
        className={styles.box}
        checked={isDone}
        onChange={(_, { checked }) => onSuppose(entry.id, checked === true ? 'done' : progressOf(typed, progress))}
        label={
          <span className={styles.label}>
            <span>{title}</span>
            <Caption1 style={{ color: text }}>{words(message(`flag.${verdict.flag}`))}</Caption1>
          </span>
        }
      />
      {entry.register === 'measures' && (
        <Input
          className={styles.progress}
          type="number"
          min={0}
          max={100}
          contentAfter="%"
          aria-label={t('scores.whatIf.progressOf', { title })}
          aria-invalid={isFaulty}
          aria-describedby={isFaulty ? faultId : undefined}
          disabled={isDone}
          value={typed}
          onChange={(_, { value }) => {
            setTyped(value);
            onSuppose(entry.id, progressOf(value, progress));
          }}
        />
      )}
      {isFaulty && (
        <Caption1 id={faultId} role="alert" className={styles.fault}>
          {t('scores.whatIf.progressExpected')}
        </Caption1>
      )}
    </div>
  );
}

/** Whether a typed progress is blank or a number from 0 to 100. */
function isProgress(typed: string): boolean {
  return typed.trim() === '' || (Number(typed) >= 0 && Number(typed) <= 100);
}

/** What a typed progress supposes; nothing where it is what the row says, blank, or not a number from 0 to 100. */
function progressOf(typed: string, progress: unknown): Supposition | null {
  return typed.trim() === '' || !isProgress(typed) || Number(typed) === progress ? null : { progress: Number(typed) };
}
