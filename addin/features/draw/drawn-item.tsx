import type { ReactNode } from 'react';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { DrawItem, DrawnKind } from '../../../shared/draw/types.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { RowButton } from '../../ui/row-button.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  title: { display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere' },
  unit: { color: tokens.colorNeutralForeground3 },
  still: { padding: '8px 0' },
});

interface DrawnItemProps {
  readonly of: DrawnKind;
  readonly item: DrawItem;
  readonly onSelect: (register: RegisterId, id: string) => void;
}

/** An entry of a draw; a click on a measure selects its row in the sheet. */
export function DrawnItem({ of, item: { id, title, units, stratum }, onSelect }: DrawnItemProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const tier = t(`scores.${stratum}`);
  const words = (
    <span className={styles.root}>
      <span className={styles.title} title={title}>
        {title}
      </span>
      <Caption1 className={styles.unit}>{of === 'units' ? tier : `${units[0] ?? ''} · ${tier}`}</Caption1>
    </span>
  );
  return of === 'measures' ? <RowButton onClick={() => onSelect('measures', id)}>{words}</RowButton> : <div className={styles.still}>{words}</div>;
}
