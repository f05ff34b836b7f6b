import { useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { When } from './when.tsx';
import { useSelectEntry } from '../ledger/use-selecting.tsx';
import { ChangedEntries } from './changed-entries.tsx';
import type { Push } from './pushes.ts';
import { revisionsText } from './pushes.ts';
import { UndoDialog } from './undo-dialog.tsx';
import { UndoResult } from './undo-result.tsx';
import { usePushWords } from './use-push-words.ts';
import { useUndo } from './use-undo.ts';

const useStyles = makeStyles({
  facts: { display: 'flex', flexDirection: 'column', gap: '2px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface PushDetailsProps {
  readonly push: Push;
  readonly onBack: () => void;
  readonly onGoToPush: () => void;
}

/** One act with what it changed, and its undo for those who may. */
export function PushDetails({ push, onBack, onGoToPush }: PushDetailsProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { title, counts, author } = usePushWords();
  const { selectEntry, notice } = useSelectEntry();
  const undo = useUndo(push);
  const [isAsking, setAsking] = useState(false);
  const select = (id: string): void => selectEntry(push.register, id);
  const mayUndo = push.mayRevert && push.revertedBy === null && !undo.data;
  const undoIt = (): void => {
    setAsking(false);
    undo.mutate();
  };
  return (
    <Place
      notice={notice}
      actions={
        mayUndo && (
          <Button icon={<ArrowUndoRegular />} disabledFocusable={undo.isPending} onClick={() => setAsking(true)}>
            {t(undo.isPending ? 'history.undo.running' : `history.undo.${push.kind}`)}
          </Button>
        )
      }
    >
      <PlaceHead title={title(push)} onBack={onBack} />
      {undo.error && <FaultNotice fault={undo.error} also={t('history.undo.failedSafe')} />}
      {undo.data && <UndoResult push={push} answer={undo.data} onSelect={select} onGoToPush={onGoToPush} />}
      <div className={styles.facts}>
        <Body1>{counts(push.counts)}</Body1>
        <Caption1 className={styles.quiet}>
          {t('history.revision', { revision: revisionsText(push.revisions) })} · {author(push)} · <When at={push.at} />
        </Caption1>
        {push.revertedBy !== null && !undo.data && (
          <Caption1 className={styles.quiet}>{t(`history.by.${push.standing === 'restored' ? 'restored' : 'undone'}`, { revision: push.revertedBy })}</Caption1>
        )}
      </div>
      <ChangedEntries push={push} onSelect={select} />
      {isAsking && <UndoDialog push={push} onConfirm={undoIt} onClose={() => setAsking(false)} />}
    </Place>
  );
}
