import type { ReactNode } from 'react';
import { Caption1, Caption1Strong, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../../shared/scoring/plan.ts';
import { percentText } from '../../ui/numbers.ts';
import { planSections } from './plan-sections.ts';
import { textsOf, type PlanPointer, type PlanTexts } from './plan-texts.ts';
import { usePlanWords } from './plan-words.ts';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '8px' },
  heading: { margin: 0, color: tokens.colorNeutralForeground3 },
  list: { display: 'flex', flexDirection: 'column', gap: '8px', margin: 0 },
  fact: { display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: '16px' },
  value: {
    margin: 0,
    flexShrink: 0,
    maxWidth: '60%',
    textAlign: 'end',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  whole: { whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  bar: { marginTop: '4px' },
});

/** A plan in words and numbers. */
export function PlanFacts({ plan }: { readonly plan: Plan }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const texts = textsOf(plan);
  return planSections.map(({ id, fields }) => (
    <section key={id} className={styles.section}>
      <Caption1Strong as="h2" className={styles.heading}>
        {t(`plan.sections.${id}`)}
      </Caption1Strong>
      <dl className={styles.list}>
        {fields.map((pointer) =>
          id === 'weights' ? (
            <Weight key={pointer} pointer={pointer} texts={texts} total={totalOf(fields, texts)} />
          ) : (
            <Fact key={pointer} pointer={pointer} texts={texts} />
          ),
        )}
      </dl>
    </section>
  ));
}

function totalOf(fields: readonly PlanPointer[], texts: PlanTexts): number {
  return fields.reduce((sum, pointer) => sum + Number(texts[pointer]), 0);
}

interface FactProps {
  readonly pointer: PlanPointer;
  readonly texts: PlanTexts;
}

function Fact({ pointer, texts }: FactProps): ReactNode {
  const styles = useStyles();
  const { nameOf, valueOf } = usePlanWords();
  return (
    <div className={styles.fact}>
      <dt>{nameOf(pointer)}</dt>
      <dd className={styles.value}>{valueOf(pointer, texts)}</dd>
    </div>
  );
}

/** A weight with its share of all, drawn; the share is for the eye and is not reckoned with. */
function Weight({ pointer, texts, total }: FactProps & { readonly total: number }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { nameOf, valueOf } = usePlanWords();
  const share = Number(texts[pointer]) / total;
  return (
    <div>
      <div className={styles.fact}>
        <dt>{nameOf(pointer)}</dt>
        <dd className={styles.value}>
          <span className={styles.whole}>
            {valueOf(pointer, texts)} <Caption1 className={styles.quiet}>{t('plan.weightShare', { value: percentText(share) })}</Caption1>
          </span>
        </dd>
      </div>
      <ProgressBar className={styles.bar} value={share} thickness="large" aria-label={nameOf(pointer)} />
    </div>
  );
}
