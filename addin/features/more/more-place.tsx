import { useState } from 'react';
import type { ReactNode } from 'react';
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Place } from '../../ui/place.tsx';
import { RowButton } from '../../ui/row-button.tsx';
import { useSession } from '../services.tsx';
import { morePages, pagesFor, type MorePageName } from './pages.ts';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  row: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '10px', alignItems: 'start' },
  icon: { fontSize: '20px', lineHeight: 1, color: tokens.colorBrandForeground1 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  hint: { color: tokens.colorNeutralForeground3 },
});

/** What is done now and then: a list of pages, or the one opened. */
export function MorePlace({ onGoToPush }: { readonly onGoToPush: () => void }): ReactNode {
  const styles = useStyles();
  const { me } = useSession();
  const [opened, setOpened] = useState<MorePageName | null>(null);
  if (opened !== null) {
    const { Page } = morePages[opened];
    return <Page onBack={() => setOpened(null)} onGoToPush={onGoToPush} />;
  }
  return (
    <Place>
      <ul className={styles.list}>
        {pagesFor(me.role).map((name) => (
          <li key={name}>
            <PageRow name={name} onOpen={() => setOpened(name)} />
          </li>
        ))}
      </ul>
    </Place>
  );
}

function PageRow({ name, onOpen }: { readonly name: MorePageName; readonly onOpen: () => void }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { Icon } = morePages[name];
  return (
    <RowButton id={`more-${name}`} onClick={onOpen}>
      <span className={styles.row}>
        <Icon className={styles.icon} aria-hidden="true" />
        <span className={styles.words}>
          <span>{t(`more.pages.${name}.title`)}</span>
          <Caption1 className={styles.hint}>{t(`more.pages.${name}.hint`)}</Caption1>
        </span>
      </span>
    </RowButton>
  );
}
