import { useState } from 'react';
import type { ReactNode } from 'react';
import { Caption1, Switch, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReceiptAnswer } from '../../../shared/contract/scores.ts';
import { message } from '../../../shared/message.ts';
import { useWords } from '../../i18n/use-words.ts';
import { CardDot } from '../../ui/card-dot.tsx';
import { LoadingRows } from '../../ui/loading.tsx';
import { scoreText } from '../../ui/numbers.ts';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { useSelectEntry } from '../ledger/use-selecting.tsx';
import { LocalNotice } from '../offline/local-notice.tsx';
import { useSession } from '../services.tsx';
import { UnreadNotice } from '../offline/unread-notice.tsx';
import { ReceiptLines } from './receipt-lines.tsx';
import { UnitTrend } from './unit-trend.tsx';
import { useWhatIf } from './what-if/use-what-if.ts';
import { WhatIfOutcome } from './what-if/what-if-outcome.tsx';
import { WhatIfRows } from './what-if/what-if-rows.tsx';

const useStyles = makeStyles({
  total: { display: 'flex', alignItems: 'baseline', gap: '12px' },
  score: { fontSize: tokens.fontSizeHero800, lineHeight: tokens.lineHeightHero800, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  facts: { color: tokens.colorNeutralForeground2, display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px' },
});

/** 得分依据: what a unit's score rests on. */
export function ReceiptPlace({ unit, onBack }: { readonly unit: string; readonly onBack: () => void }): ReactNode {
  const { api } = useSession();
  const { asOf } = useLedger();
  const receipt = useQuery({ queryKey: ['server', 'receipt', unit, asOf], queryFn: ({ signal }) => api.receipt(unit, asOf, signal) });
  if (receipt.data) return <Opened receipt={receipt.data} onBack={onBack} />;
  return (
    <Place>
      <PlaceHead title={unit} onBack={onBack} />
      {receipt.error ? <UnreadNotice fault={receipt.error} onRetry={() => void receipt.refetch()} /> : <LoadingRows />}
    </Place>
  );
}

/** A receipt with its lines, or with the rows that can be supposed done. */
function Opened({ receipt, onBack }: { readonly receipt: ReceiptAnswer; readonly onBack: () => void }): ReactNode {
  const { t } = useTranslation();
  const { selectEntry, notice } = useSelectEntry();
  const [isSupposing, setSupposing] = useState(false);
  const whatIf = useWhatIf(receipt, isSupposing);
  const { api } = useSession();
  const { asOf } = receipt;
  const plan = useQuery({ queryKey: ['server', 'plan', asOf], queryFn: ({ signal }) => api.plan(asOf, signal) });
  return (
    <Place
      notice={isSupposing ? <WhatIfOutcome whatIf={whatIf} /> : notice}
      actions={receipt.assessed && <Switch label={t('scores.whatIf.switch')} checked={isSupposing} onChange={(_, { checked }) => setSupposing(checked)} />}
    >
      <PlaceHead title={receipt.unit} onBack={onBack} />
      <LocalNotice />
      <Total receipt={receipt} />
      {!isSupposing && <UnitTrend unit={receipt} asOf={receipt.asOf} />}
      {isSupposing ? (
        <WhatIfRows whatIf={whatIf} />
      ) : (
        <ReceiptLines lines={receipt.lines} score={receipt.score} weights={plan.data?.indicators} onSelect={selectEntry} />
      )}
    </Place>
  );
}

/** What is overdue, by what it is; null where the lines do not tell all of it. */
function overdueOf({
  overdue,
  lines,
}: ReceiptAnswer): { readonly total: number; readonly lead: number; readonly co: number; readonly problems: number } | null {
  const entriesOf = (id: string) => lines.flatMap((line) => (line.kind === 'clause' && line.id === id ? line.entries : []));
  const measures = entriesOf('overdueMeasure');
  const lead = measures.filter(({ role }) => role === 'lead').length;
  const co = measures.length - lead;
  const problems = entriesOf('overdueProblem').length;
  return overdue > 0 && lead + co + problems === overdue ? { total: overdue, lead, co, problems } : null;
}

function Total({ receipt }: { readonly receipt: ReceiptAnswer }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { words } = useWords();
  const overdue = overdueOf(receipt);
  return (
    <div className={styles.total}>
      <span className={styles.score}>{scoreText(receipt.score)}</span>
      <Caption1 className={styles.facts}>
        <CardDot card={receipt.card} label={t(`scores.cards.${receipt.card}`)} />
        <span>{receipt.grade ? words(message(`grade.${receipt.grade}`)) : t(receipt.assessed ? 'scores.noScore' : 'scores.notAssessed')}</span>
        {receipt.rank !== null && <span>{t('scores.rank', { rank: receipt.rank })}</span>}
        {receipt.tierRank !== null && <span>· {t('scores.tierRank', { rank: receipt.tierRank })}</span>}
        {overdue && <span>{t('scores.overdueOf', overdue)}</span>}
      </Caption1>
    </div>
  );
}
