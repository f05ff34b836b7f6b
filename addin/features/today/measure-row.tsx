import type { ReactNode } from 'react';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { OpenMeasure } from '../../api/open-measures.ts';
import { RowButton } from '../../ui/row-button.tsx';
import { useCardColour } from '../../ui/theme.tsx';
import { timeWords } from './today-items.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '2px', borderLeft: '3px solid', paddingLeft: '10px' },
  title: { display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflow: 'hidden', overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', color: tokens.colorNeutralForeground3 },
  when: { fontWeight: tokens.fontWeightSemibold },
});

/** A measure that needs someone; a click selects its row in the sheet. */
export function MeasureRow({ measure, onClick }: { readonly measure: OpenMeasure; readonly onClick: () => void }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { dot, text } = useCardColour(measure.card);
  const unread = measure.flag === 'unreadable' && measure.reading !== '' ? measure.reading : null;
  return (
    <RowButton onClick={onClick}>
      <span className={styles.root} style={{ borderLeftColor: dot }}>
        <span className={styles.title} title={measure.title}>
          {measure.title}
        </span>
        <Caption1 className={styles.line}>
          {[measure.unit, measure.leader].filter((part) => part !== '').join(' · ')}
          {measure.coUnits.length > 0 && <span>{t('today.supported', { units: measure.coUnits.join(t('common.listSeparator')) })}</span>}
        </Caption1>
        <Caption1 className={styles.line}>
          <span className={styles.when} style={{ color: text }}>
            {unread ?? timeWords(measure, t)}
          </span>
          {measure.wording !== '' && !unread?.includes(measure.wording) && <span>{t('today.wording', { text: measure.wording })}</span>}
        </Caption1>
      </span>
    </RowButton>
  );
}
