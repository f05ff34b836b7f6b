import type { ReactNode } from 'react';
import { Button, Caption1, Caption1Strong, makeStyles, tokens } from '@fluentui/react-components';
import { MegaphoneRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BulletinAnswer } from '../../../shared/contract/reports.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { useWords } from '../../i18n/use-words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { LoadingRows } from '../../ui/loading.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { useSelectEntry } from '../ledger/use-selecting.tsx';
import type { MorePageProps } from '../more/more-page.ts';
import { FigureRow, indexOf } from '../reports/figure-row.tsx';
import { useWriteSheet } from '../reports/use-write-sheet.tsx';
import { useSession } from '../services.tsx';
import { UnreadNotice } from '../offline/unread-notice.tsx';
import { bulletinSheet } from './bulletin-sheet.ts';

const useStyles = makeStyles({
  heading: { display: 'block', margin: '0 0 4px', color: tokens.colorNeutralForeground3 },
  quiet: { color: tokens.colorNeutralForeground3 },
  text: {
    padding: '12px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
    userSelect: 'text',
    '& p': { margin: '0 0 8px' },
    '& p:last-child': { margin: 0 },
  },
});

/** 通报: the figures as of the day, each with its rows, and the text to send. */
export function BulletinPage({ onBack }: MorePageProps): ReactNode {
  const { t } = useTranslation();
  const { language, words } = useWords();
  const { api } = useSession();
  const { asOf } = useLedger();
  const bulletin = useQuery({ queryKey: ['server', 'bulletin', asOf], queryFn: ({ signal }) => api.bulletin(asOf, signal) });
  const { selectEntry, notice } = useSelectEntry();
  const sheet = useWriteSheet();
  const { data } = bulletin;
  const isEmpty = data?.figures.every(({ count }) => count === 0) === true;
  return (
    <Place
      notice={notice ?? sheet.notice}
      actions={
        data &&
        !isEmpty && (
          <>
            <Button appearance="primary" disabledFocusable={sheet.isWriting} onClick={() => sheet.write(bulletinSheet(data, { language, t, words }))}>
              {t('reports.writeSheet')}
            </Button>
            <CopyButton text={data.text[language]}>{t('reports.copy')}</CopyButton>
          </>
        )
      }
    >
      <PlaceHead title={t('more.pages.bulletin.title')} onBack={onBack} />
      {bulletin.error && <UnreadNotice fault={bulletin.error} onRetry={() => void bulletin.refetch()} />}
      {bulletin.isPending && <LoadingRows rows={8} />}
      {isEmpty && <EmptyState icon={<MegaphoneRegular />} title={t('reports.emptyTitle')} text={t('reports.emptyText')} />}
      {data && !isEmpty && <Loaded bulletin={data} onSelect={selectEntry} />}
    </Place>
  );
}

function Loaded({ bulletin, onSelect }: { readonly bulletin: BulletinAnswer; readonly onSelect: (register: RegisterId, id: string) => void }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useWords();
  const entries = indexOf(bulletin.entries);
  return (
    <>
      {bulletin.unit !== null && <Caption1 className={styles.quiet}>{t('reports.bulletin.ofUnit', { unit: bulletin.unit })}</Caption1>}
      <section>
        <Caption1Strong as="h2" className={styles.heading}>
          {t('reports.bulletin.figures')}
        </Caption1Strong>
        {bulletin.figures.map((figure) => (
          <FigureRow key={figure.id} label={t(`reports.bulletin.of.${figure.id}`)} figure={figure} entries={entries} onSelect={onSelect} />
        ))}
      </section>
      <section>
        <Caption1Strong as="h2" className={styles.heading}>
          {t('reports.bulletin.text')}
        </Caption1Strong>
        <div className={styles.text}>
          {bulletin.text[language].split('\n').map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </section>
    </>
  );
}
