import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Body1, Button, Checkbox, Field, MessageBar, MessageBarBody, ProgressBar, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { CountStrip } from '../../ui/count-strip.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { useAlwaysPreviewed } from '../push/preview-setting.ts';
import type { MorePageProps } from '../more/more-page.ts';
import { FileResult } from './file-result.tsx';
import { useFiles } from './files-runs.tsx';
import type { FileOutcome, FileState } from './outcome.ts';
import type { FilesProgress } from './push-files.ts';

const useStyles = makeStyles({
  button: { flexGrow: 1 },
  list: { display: 'flex', flexDirection: 'column', gap: '16px', margin: 0, padding: 0, listStyle: 'none' },
  bar: { whiteSpace: 'normal' },
  always: { marginInline: '-8px' },
});

/** 批量推送: workbooks picked from the machine, each recognised, checked and pushed, with what became of each. */
export function FilesPage({ onBack }: MorePageProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { outcomes, isPreview, progress, fault, start, push, retry, discard, cancel, overwrite } = useFiles();
  const [always, setAlways] = useAlwaysPreviewed();
  const input = useRef<HTMLInputElement>(null);
  const isRunning = progress !== null;
  const isFinished = !isRunning && outcomes.length > 0;
  return (
    <Place
      notice={
        progress ? (
          <FilesProgressBar progress={progress} isPreview={isPreview} />
        ) : (
          <Checkbox className={styles.always} label={t('push.preview.always')} checked={always} onChange={(_, { checked }) => setAlways(checked === true)} />
        )
      }
      actions={
        isRunning ? (
          <Button className={styles.button} onClick={cancel}>
            {t('common.cancel')}
          </Button>
        ) : isPreview ? (
          <PreviewActions outcomes={outcomes} onPush={push} onDiscard={discard} />
        ) : (
          <Button className={styles.button} appearance="primary" size="large" onClick={() => input.current?.click()}>
            {t(isFinished ? 'files.chooseAgain' : 'files.choose')}
          </Button>
        )
      }
    >
      <PlaceHead title={t('more.pages.files.title')} onBack={onBack} />
      <input
        ref={input}
        type="file"
        multiple
        accept=".xlsx,.xlsm,.tzpkg"
        hidden
        aria-label={t('files.choose')}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = ''; // the same files may be chosen again
          if (files.length > 0) start(files);
        }}
      />
      {fault !== null && <FaultNotice fault={fault} onRetry={retry} />}
      {outcomes.length === 0 && <Body1>{t('files.sentence')}</Body1>}
      {isFinished && <Summary outcomes={outcomes} isPreview={isPreview} />}
      {outcomes.length > 0 && (
        <ul className={styles.list}>
          {outcomes.map((outcome) => (
            <li key={outcome.name}>
              <FileResult outcome={outcome} isPreview={isPreview} onOverwrite={isRunning || isPreview ? null : () => overwrite(outcome.name)} />
            </li>
          ))}
        </ul>
      )}
    </Place>
  );
}

const states: readonly FileState[] = ['taken', 'partly', 'failed', 'cancelled'];

/** Pushes what was seen, or lets it go. */
function PreviewActions({
  outcomes,
  onPush,
  onDiscard,
}: {
  readonly outcomes: readonly FileOutcome[];
  readonly onPush: () => void;
  readonly onDiscard: () => void;
}): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const rows = outcomes.flatMap(({ sheets }) => sheets).reduce((sum, { counts }) => sum + (counts ? counts.inserted + counts.updated : 0), 0);
  return (
    <>
      <Button className={styles.button} appearance="primary" disabledFocusable={rows === 0} onClick={() => rows > 0 && onPush()}>
        {rows > 0 ? t('push.button', { count: rows }) : t('push.plainButton')}
      </Button>
      <Button onClick={onDiscard}>{t('common.cancel')}</Button>
    </>
  );
}

function Summary({ outcomes, isPreview }: { readonly outcomes: readonly FileOutcome[]; readonly isPreview: boolean }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const countOf = (state: FileState): number => outcomes.filter((outcome) => outcome.state === state).length;
  const isStopped = countOf('cancelled') > 0;
  const isWhole = countOf('taken') === outcomes.length;
  const words = isPreview ? 'files.preview' : 'files';
  return (
    <>
      <MessageBar intent={isPreview ? 'info' : isWhole ? 'success' : 'warning'} layout="multiline">
        <MessageBarBody className={styles.bar}>
          <output>{isPreview ? t('files.preview.sentence') : isStopped ? t('files.stopped') : t('files.finished', { count: outcomes.length })}</output>
        </MessageBarBody>
      </MessageBar>
      <CountStrip
        counts={states
          .filter((state) => state !== 'cancelled' || isStopped)
          .map((state) => ({ label: t(`${words}.counts.${state}`), count: countOf(state), isWarning: state === 'failed' || state === 'partly' }))}
      />
    </>
  );
}

function FilesProgressBar({ progress, isPreview }: { readonly progress: FilesProgress; readonly isPreview: boolean }): ReactNode {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const { file, files, name, done, total } = progress;
  const rows = total > 0 ? t(isPreview ? 'files.preview.rows' : 'files.rows', { done: number.format(done), total: number.format(total) }) : t('files.reading');
  return (
    <Field label={t('files.progress', { file: file + 1, count: files, name })} validationMessage={rows} validationState="none">
      <ProgressBar aria-label={t('files.progressLabel')} value={(file + (total > 0 ? done / total : 0)) / files} thickness="large" />
    </Field>
  );
}
