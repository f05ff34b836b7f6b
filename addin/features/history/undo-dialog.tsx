import type { ReactNode } from 'react';
import { Body1, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Confirm } from '../../ui/confirm.tsx';
import type { Push } from './pushes.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  list: { margin: 0, paddingInlineStart: '20px' },
});

interface UndoDialogProps {
  readonly push: Push;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Says what an undo will do before it is done. */
export function UndoDialog({ push: { kind, counts }, onConfirm, onClose }: UndoDialogProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Confirm title={t(`history.undo.${kind}`)} confirm={t('history.undo.confirm')} onConfirm={onConfirm} onClose={onClose}>
      <div className={styles.root}>
        <ul className={styles.list}>
          {(['updated', 'inserted', 'deleted'] as const)
            .filter((change) => counts[change] > 0)
            .map((change) => (
              <li key={change}>{t(`history.undo.will.${change}`, { count: counts[change] })}</li>
            ))}
        </ul>
        <Body1>{t('history.undo.leaves')}</Body1>
        <Body1>{t('history.undo.asRevision')}</Body1>
      </div>
    </Confirm>
  );
}
