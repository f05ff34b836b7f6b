import { useState } from 'react';
import type { ReactNode } from 'react';
import { Tab, TabList } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { PushDetails } from './push-details.tsx';
import { PushList } from './push-list.tsx';
import { RowHistory } from './row-history.tsx';
import { usePushes } from './use-pushes.ts';

const views = ['pushes', 'row'] as const;
type View = (typeof views)[number];

/** Who changed what and when: everything, one push opened, or the row selected in the sheet. */
export function HistoryPlace({ onGoToPush }: { readonly onGoToPush: () => void }): ReactNode {
  const [view, setView] = useState<View>('pushes');
  const [opened, setOpened] = useState<number | null>(null);
  const { pushes, query } = usePushes();
  const push = pushes?.find(({ revisions }) => revisions.at(-1) === opened);
  if (push) return <PushDetails push={push} onBack={() => setOpened(null)} onGoToPush={onGoToPush} />;
  const head = <ViewTabs view={view} onChoose={setView} />;
  if (view === 'row') return <RowHistory head={head} />;
  return <PushList head={head} pushes={pushes} query={query} onOpen={(one) => setOpened(one.revisions.at(-1) ?? null)} onGoToPush={onGoToPush} />;
}

function ViewTabs({ view, onChoose }: { readonly view: View; readonly onChoose: (view: View) => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <TabList
      size="small"
      appearance="filled-circular"
      aria-label={t('history.views.label')}
      selectedValue={view}
      onTabSelect={(_, { value }) => views.filter((one) => one === value).forEach(onChoose)}
    >
      {views.map((one) => (
        <Tab key={one} value={one}>
          {t(`history.views.${one}`)}
        </Tab>
      ))}
    </TabList>
  );
}
