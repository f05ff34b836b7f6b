import { useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Button, Caption1, Caption1Strong, Link, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { PlanVersionsAnswer } from '../../../shared/contract/plan.ts';
import type { Plan } from '../../../shared/scoring/plan.ts';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { RowButton } from '../../ui/row-button.tsx';
import { timeText } from '../../ui/time-text.ts';
import { useSession } from '../services.tsx';
import { PlanFacts } from './plan-facts.tsx';

type Version = PlanVersionsAnswer['versions'][number];

const useStyles = makeStyles({
  heading: { display: 'block', margin: '0 0 4px', color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  version: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground3 },
  primary: { flexGrow: 1 },
});

interface PlanViewProps {
  /** Newest first. */
  readonly versions: readonly Version[];
  readonly inForce: Plan;
  readonly asOf: string;
  /** The version just adopted; null when none was. */
  readonly adopted: number | null;
  /** Begins a change; null for who may not. */
  readonly onEdit: (() => void) | null;
  readonly onBack: () => void;
}

/** The plan in force, and those before and after it. */
export function PlanView({ versions, inForce, asOf, adopted, onEdit, onBack }: PlanViewProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const [opened, setOpened] = useState<number | null>(null);
  const shown = versions.find(({ version }) => version === opened)?.plan ?? inForce;
  const isInForce = shown.version === inForce.version;
  return (
    <Place
      notice={adopted !== null && <Adopted version={adopted} />}
      actions={
        onEdit && (
          <Button id="plan-edit" className={styles.primary} appearance="primary" onClick={onEdit}>
            {t('plan.edit')}
          </Button>
        )
      }
    >
      <PlaceHead title={t('more.pages.plan.title')} onBack={onBack} />
      {isInForce ? (
        <Body1>{t('plan.inForce', { n: shown.version, asOf })}</Body1>
      ) : (
        <Body1>
          {t('plan.notInForce', { n: shown.version, asOf, current: inForce.version })}{' '}
          <Link inline onClick={() => setOpened(null)}>
            {t('plan.toInForce')}
          </Link>
        </Body1>
      )}
      <PlanFacts plan={shown} />
      <section>
        <Caption1Strong as="h2" className={styles.heading}>
          {t('plan.versions')}
        </Caption1Strong>
        <ul className={styles.list}>
          {versions.map((version) => (
            <li key={version.version}>
              <VersionRow version={version} isShown={version.version === shown.version} onOpen={() => setOpened(version.version)} />
            </li>
          ))}
        </ul>
      </section>
    </Place>
  );
}

interface VersionRowProps {
  readonly version: Version;
  readonly isShown: boolean;
  readonly onOpen: () => void;
}

function VersionRow({ version: { version, at, by, plan }, isShown, onOpen }: VersionRowProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { me } = useSession();
  const when = timeText(at, me.workspace.timeZone);
  const Name = isShown ? Caption1Strong : Caption1;
  return (
    <RowButton onClick={onOpen}>
      <span className={styles.version} aria-current={isShown}>
        <Name>
          {t('plan.version', { n: version })} · {plan.period.start} – {plan.period.end}
        </Name>
        <Caption1 className={styles.quiet}>{t('plan.madeBy', { at: when, by: by ?? t('plan.byUnknown') })}</Caption1>
      </span>
    </RowButton>
  );
}

function Adopted({ version }: { readonly version: number }): ReactNode {
  const { t } = useTranslation();
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody style={{ whiteSpace: 'normal' }}>
        <output>{t('plan.adopted', { n: version })}</output>
      </MessageBarBody>
    </MessageBar>
  );
}
