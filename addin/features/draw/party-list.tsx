import type { ReactNode } from 'react';
import { Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, CircleRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { DrawAnswer } from '../../../shared/contract/draws.ts';
import { timeText } from '../../ui/time-text.ts';
import { useSession } from '../services.tsx';

const useStyles = makeStyles({
  list: { margin: '4px 0 0', padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  party: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '8px', alignItems: 'start' },
  icon: { fontSize: '20px', color: tokens.colorNeutralForeground3 },
  words: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
});

type Party = DrawAnswer['parties'][number];

/** Who takes part, and how far each is. */
export function PartyList({ parties }: { readonly parties: readonly Party[] }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <section>
      <Caption1Strong as="h2" className={styles.quiet} style={{ margin: 0 }}>
        {t('draw.parties')}
      </Caption1Strong>
      <ul className={styles.list} aria-label={t('draw.parties')}>
        {parties.map((party) => (
          <PartyLine key={party.name} party={party} />
        ))}
      </ul>
    </section>
  );
}

function PartyLine({ party: { name, committedAt, revealedAt } }: { readonly party: Party }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { timeZone } = useSession().me.workspace;
  const said =
    (revealedAt !== null && t('draw.revealedAt', { at: timeText(revealedAt, timeZone) })) ||
    (committedAt !== null && t('draw.committedAt', { at: timeText(committedAt, timeZone) })) ||
    t('draw.notCommitted');
  return (
    <li className={styles.party}>
      <span className={styles.icon} aria-hidden="true">
        {committedAt === null ? <CircleRegular /> : <CheckmarkCircleRegular />}
      </span>
      <span className={styles.words}>
        <span>{name}</span>
        <Caption1 className={styles.quiet}>{said}</Caption1>
      </span>
    </li>
  );
}
