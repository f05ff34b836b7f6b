import type { ReactNode } from 'react';
import { Body1Strong, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { scoreText } from '../../../ui/numbers.ts';
import type { WhatIf } from './use-what-if.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  words: { display: 'flex', flexDirection: 'column', fontVariantNumeric: 'tabular-nums' },
  supposed: { color: tokens.colorNeutralForeground2 },
});

/** `82.10 → 87.40, 第 5 → 第 3`: the score and rank as they are and as they would be. */
export function WhatIfOutcome({ whatIf }: { readonly whatIf: WhatIf }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { outcome, suppositions } = whatIf;
  if (outcome === null) return null;
  const { before, after, afterRank } = outcome;
  return (
    <div className={styles.root}>
      <output className={styles.words}>
        <Body1Strong>
          {t('scores.whatIf.score', { before: scoreText(before.score), after: scoreText(after.score) })}
          {before.rank !== null && afterRank !== null && t('scores.whatIf.rank', { before: before.rank, after: afterRank })}
        </Body1Strong>
        <Caption1 className={styles.supposed}>{t('scores.whatIf.supposed', { count: suppositions.size })}</Caption1>
      </output>
      <Button size="small" disabled={suppositions.size === 0} onClick={whatIf.reset}>
        {t('scores.whatIf.reset')}
      </Button>
    </div>
  );
}
