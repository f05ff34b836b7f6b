import { useState } from 'react';
import type { ReactNode } from 'react';
import { Divider, Tab, TabList, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { BindPlace } from '../bind/bind-place.tsx';
import { HistoryPlace } from '../history/history-place.tsx';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { MorePlace } from '../more/more-place.tsx';
import { OfflineNotice } from '../offline/offline-notice.tsx';
import { PushPlace } from '../push/push-place.tsx';
import { QueueSection } from '../queue/queue-section.tsx';
import { ScoresPlace } from '../scores/scores-place.tsx';
import { TodayPlace } from '../today/today-place.tsx';
import { Header } from './header.tsx';

const places = ['today', 'push', 'scores', 'history', 'more'] as const;
type PlaceName = (typeof places)[number];

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%' },
  tabs: { paddingInline: '14px', paddingBlock: '4px 0' },
  place: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

/** The pane once connected: header, tabs, and the place chosen. A sheet without a ledger opens on Push, where it is bound. */
export function Shell(): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { binding, fault, isRebinding, keepBinding } = useLedger();
  const [chosen, setPlace] = useState<PlaceName>(binding?.syncedAt ? 'today' : 'push');
  const place = isRebinding ? 'push' : chosen;
  const [unit, setUnit] = useState<string | null>(null);
  const openUnit = (name: string): void => {
    setUnit(name);
    setPlace('scores');
  };
  return (
    <div className={styles.root}>
      <Header />
      <OfflineNotice onSent={() => setPlace('push')} />
      {fault !== null && <FaultNotice fault={fault} />}
      <TabList
        className={styles.tabs}
        size="small" // five in 320 px, in English too
        aria-label={t('shell.tabs.label')}
        selectedValue={place}
        onTabSelect={(_, { value }) => {
          keepBinding();
          setPlace((before) => places.find((name) => name === value) ?? before);
        }}
      >
        {places.map((name) => (
          <Tab key={name} value={name} id={`tab-${name}`} aria-controls="place">
            {t(`shell.tabs.${name}`)}
          </Tab>
        ))}
      </TabList>
      <Divider style={{ flexGrow: 0 }} />
      <main id="place" role="tabpanel" aria-labelledby={`tab-${place}`} className={styles.place}>
        {place === 'today' && <TodayPlace onGoToPush={() => setPlace('push')} />}
        {place === 'more' && <MorePlace onGoToPush={() => setPlace('push')} />}
        {place === 'history' && <HistoryPlace onGoToPush={() => setPlace('push')} />}
        {place === 'scores' && <ScoresPlace opened={unit} onOpen={setUnit} onGoToPush={() => setPlace('push')} />}
        {place === 'push' &&
          (binding && !isRebinding ? <PushPlace key={binding.id} binding={binding} Queue={QueueSection} onOpenUnit={openUnit} /> : <BindPlace />)}
      </main>
    </div>
  );
}
