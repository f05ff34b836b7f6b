import type { ReactNode } from 'react';
import { Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { DrawAnswer } from '../../../shared/contract/draws.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { timeText } from '../../ui/time-text.ts';
import { useSession } from '../services.tsx';
import { StateBadge } from './state-badge.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '4px' },
  top: { display: 'flex', alignItems: 'center', gap: '8px', marginBottom: '4px' },
  quiet: { color: tokens.colorNeutralForeground3 },
  digest: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px', marginTop: '8px' },
  hex: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere', userSelect: 'all' },
});

/** What a draw is of, and the digests by which everyone can tell that it stays so. */
export function DrawFacts({ draw }: { readonly draw: DrawAnswer }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { me } = useSession();
  const { of, asOf, list, sizes, revealBy, excluded, flags } = draw;
  return (
    <section className={styles.root}>
      <span className={styles.top}>
        <StateBadge state={draw.state} />
        <Caption1>{t('draw.ofAsOf', { of: t(`draw.of.${of}`), asOf })}</Caption1>
      </span>
      <Caption1>{t('draw.listed', { entries: list.length, key: sizes.key, other: sizes.other })}</Caption1>
      {flags.length > 0 && <Caption1>{t('draw.onlyDone')}</Caption1>}
      {excluded.map(({ unit, reason, entries }) => (
        <Caption1 key={unit}>{t('draw.avoided', { unit, reason, entries })}</Caption1>
      ))}
      {revealBy !== null && <Caption1>{t('draw.revealBy', { at: timeText(revealBy, me.workspace.timeZone) })}</Caption1>}
      <Digest name={t('draw.termsHash')} hint={t('draw.termsHashHint')} hex={draw.termsHash} />
      <Digest name={t('draw.listHash')} hint={t('draw.listHashHint')} hex={draw.listHash} />
    </section>
  );
}

function Digest({ name, hint, hex }: { readonly name: string; readonly hint: string; readonly hex: string }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <section className={styles.root} aria-label={name}>
      <span className={styles.digest}>
        <Caption1Strong>{name}</Caption1Strong>
        <CopyButton size="small" text={hex}>
          {t('draw.copyDigest')}
        </CopyButton>
      </span>
      <Caption1 className={styles.quiet}>{hint}</Caption1>
      <span className={styles.hex}>{hex}</span>
    </section>
  );
}
