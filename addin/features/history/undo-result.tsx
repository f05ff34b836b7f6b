import type { ReactNode } from 'react';
import { Body1, Button, Caption1, Caption1Strong, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RevertAnswer } from '../../../shared/contract/revisions.ts';
import { useWords } from '../../i18n/use-words.ts';
import { CountStrip } from '../../ui/count-strip.tsx';
import { LongList } from '../../ui/long-list.tsx';
import { agoText } from '../../ui/moments.ts';
import { useNow } from '../../ui/use-now.ts';
import { RowButton } from '../../ui/row-button.tsx';
import { sentenceGap } from '../../ui/sentences.ts';
import { useSession } from '../services.tsx';
import type { Push } from './pushes.ts';
import { useGoToLedger } from './use-go-to-ledger.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
  body: { whiteSpace: 'normal' },
  heading: { margin: 0 },
  row: { display: 'flex', flexDirection: 'column', gap: '2px' },
  title: { display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

interface UndoResultProps {
  readonly push: Push;
  readonly answer: RevertAnswer;
  readonly onSelect: (id: string) => void;
  readonly onGoToPush: () => void;
}

/** What an undo did: what was put back, what was left and why, and the way to where the sheet takes it up. */
export function UndoResult({ push, answer, onSelect, onGoToPush }: UndoResultProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useWords();
  const { revision, already, counts, left } = answer;
  const { isHere, goToLedger } = useGoToLedger(push.register, onGoToPush);
  const isDone = revision !== null;
  const words = (): string => {
    if (revision !== null) return t('history.undo.done', { revision });
    return already === null ? t('history.undo.nothing') : t('history.undo.already', { revision: already });
  };
  return (
    <section className={styles.section}>
      <MessageBar intent={isDone ? 'success' : already === null ? 'warning' : 'info'} layout="multiline">
        <MessageBarBody className={styles.body}>
          <output>{words()}</output>
          {isDone && isHere && `${sentenceGap(language)}${t('history.undo.sheetDiffers')}`}
        </MessageBarBody>
        {isDone && isHere && (
          <MessageBarActions>
            <Button size="small" onClick={goToLedger}>
              {t('history.goToPush')}
            </Button>
          </MessageBarActions>
        )}
      </MessageBar>
      <CountStrip
        counts={[
          { label: t('history.undo.counts.updated'), count: counts.updated },
          { label: t('history.undo.counts.inserted'), count: counts.inserted },
          { label: t('history.undo.counts.deleted'), count: counts.deleted },
          { label: t('history.undo.counts.left'), count: counts.left, isWarning: true },
        ]}
      />
      {left.length > 0 && (
        <>
          <Caption1Strong as="h2" className={styles.heading}>
            {t('history.undo.leftTitle', { count: left.length })}
          </Caption1Strong>
          <LongList items={left} label={t('history.undo.leftTitle', { count: left.length })} keyOf={({ id }) => id} first={20}>
            {(entry) => (
              <RowButton onClick={() => onSelect(entry.id)}>
                <LeftEntry entry={entry} />
              </RowButton>
            )}
          </LongList>
        </>
      )}
    </section>
  );
}

function LeftEntry({ entry: { title, reason, revision, by, at } }: { readonly entry: RevertAnswer['left'][number] }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useWords();
  const { timeZone } = useSession().me.workspace;
  return (
    <span className={styles.row}>
      <Body1 className={styles.title}>{title ?? t('history.untitled')}</Body1>
      <Caption1 className={styles.quiet}>{t(`history.undo.reasons.${reason}`, { by, revision, ago: agoText(at, useNow(), language, timeZone) })}</Caption1>
    </span>
  );
}
