import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Button, Caption1, Field, MessageBar, MessageBarBody, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/i18n.ts';
import { sentenceGap } from '../../ui/sentences.ts';
import type { ExportFault } from '../../../shared/audit/export.ts';
import type { ExportProgress, ExportedWorkspace } from '../../api/export.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { bytesText } from '../../ui/numbers.ts';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { fileName, saveFile } from '../../ui/save-file.ts';
import { dateIn } from '../../../shared/calendar/zone.ts';
import type { MorePageProps } from '../more/more-page.ts';
import { useSession } from '../services.tsx';
import { Seal } from './seal.tsx';

const useStyles = makeStyles({
  body: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  again: { alignSelf: 'start' },
});

/** An export and what its file is called. */
interface Downloaded extends ExportedWorkspace {
  readonly name: string;
}

/** 下载全部数据: everything of the workspace as one file, with the head by which it can be verified later. */
export function ExportPage({ onBack }: MorePageProps): ReactNode {
  const { t } = useTranslation();
  const { api, me } = useSession();
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const abort = useRef<AbortController | null>(null);
  const [isStopped, setStopped] = useState(false);
  const download = useMutation({
    mutationFn: async (): Promise<Downloaded> => {
      abort.current = new AbortController();
      setProgress({ bytes: 0, lines: 0 });
      setStopped(false);
      const exported = await api.exportWorkspace(setProgress, abort.current.signal);
      const name = fileName(`${me.workspace.name}-${dateIn(me.workspace.timeZone, new Date())}.ndjson`);
      if (!isCutOff(exported.fault)) await saveFile(name, exported.file);
      return { ...exported, name };
    },
    onSettled: () => setProgress(null),
  });
  useEffect(() => () => abort.current?.abort(), []); // nobody waits for it any more
  const start = (): void => {
    if (!download.isPending) download.mutate();
  };
  return (
    <Place
      notice={download.isPending && <ExportProgressBar progress={progress} />}
      actions={
        download.isPending ? (
          <Button
            onClick={() => {
              setStopped(true);
              abort.current?.abort();
            }}
          >
            {t('common.cancel')}
          </Button>
        ) : (
          <Button appearance="primary" onClick={start}>
            {t(download.data ? 'verify.export.again' : 'verify.export.start')}
          </Button>
        )
      }
    >
      <PlaceHead title={t('more.pages.export.title')} onBack={onBack} />
      <Body1>{t('verify.export.sentence')}</Body1>
      {download.error && !isStopped && <FaultNotice fault={download.error} onRetry={start} />}
      {download.error && isStopped && <Bar intent="warning">{t('verify.export.stopped')}</Bar>}
      {download.data && <Result exported={download.data} />}
    </Place>
  );
}

/** A file that is not whole is not offered: nobody should take it for one. */
function isCutOff(fault: ExportFault | null): boolean {
  return fault !== null && 'line' in fault;
}

function Result({ exported }: { readonly exported: Downloaded }): ReactNode {
  const styles = useStyles();
  const { t, i18n } = useTranslation();
  const { fault, name, file, lines, versions, head } = exported;
  const number = new Intl.NumberFormat(i18n.language);
  if (isCutOff(fault)) return <Bar intent="error">{t('verify.export.cutOff')}</Bar>;
  const size = bytesText(file.size, i18n.language);
  return (
    <>
      <Bar intent="success">{t('verify.export.done', { name, size, lines: number.format(lines) })}</Bar>
      {fault !== null && 'broken' in fault ? (
        <Bar intent="error">
          {[t('verify.broken', { revision: fault.broken.revision, why: t(`verify.why.${fault.broken.why}`) }), t('verify.brokenAdvice')].join(
            sentenceGap(currentLanguage()),
          )}
        </Bar>
      ) : (
        head.revision > 0 && <Body1>{t('verify.stands', { revision: number.format(head.revision), versions: number.format(versions) })}</Body1>
      )}
      <Seal head={head} title={t(fault === null ? 'verify.export.head' : 'verify.headBroken')} />
      <Caption1 className={styles.quiet}>{t('verify.export.hint')}</Caption1>
      <Button className={styles.again} size="small" onClick={() => void saveFile(name, file)}>
        {t('verify.export.saveAgain')}
      </Button>
    </>
  );
}

function Bar({ intent, children }: { readonly intent: 'success' | 'warning' | 'error'; readonly children: string }): ReactNode {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody className={useStyles().body}>
        <output>{children}</output>
      </MessageBarBody>
    </MessageBar>
  );
}

/** How much has come: the whole is not known beforehand. */
function ExportProgressBar({ progress }: { readonly progress: ExportProgress | null }): ReactNode {
  const { t, i18n } = useTranslation();
  const { bytes, lines } = progress ?? { bytes: 0, lines: 0 };
  const words =
    lines > 0
      ? t('verify.export.progress', { size: bytesText(bytes, i18n.language), lines: new Intl.NumberFormat(i18n.language).format(lines) })
      : t('common.loading');
  return (
    <Field validationMessage={words} validationState="none">
      <ProgressBar aria-label={t('verify.export.progressLabel')} thickness="large" />
    </Field>
  );
}
