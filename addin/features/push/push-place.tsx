import { useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/ledger-api.ts';
import type { Binding } from '../../excel/port.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { Place } from '../../ui/place.tsx';
import { StepHeading } from '../../ui/step-heading.tsx';
import { MeasuresNextHint, UnitsFirstHint } from '../bind/sheet-hint.tsx';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { useSelecting } from '../ledger/use-selecting.tsx';
import { useUnsent } from '../offline/use-unsent.ts';
import { useServices, useSession } from '../services.tsx';
import { misalignedError } from './align-ledger.ts';
import type { Decision } from './decisions.ts';
import { CheckSection } from './check-section.tsx';
import type { Issue } from './issue-list.tsx';
import { MisalignedNotice, isMisalignment } from './misaligned-notice.tsx';
import { PastResult } from './past-result.tsx';
import { PreviewPage } from './preview-page.tsx';
import { useAlwaysPreviewed } from './preview-setting.ts';
import { PushActions } from './push-actions.tsx';
import { PushProgressBar } from './push-progress.tsx';
import { useRun, useRuns } from './push-runs.tsx';
import type { Run, RunKind } from './push-runs.tsx';
import { ResultSection } from './result-section.tsx';
import { useLedgerCheck } from './use-ledger-check.ts';

/** Rows from which on a check shows how far it is; fewer are done before a bar would be seen. */
const LONG = 1_000;

/** What there is to decide on the rows of a ledger. */
export interface QueueProps {
  readonly decisions: readonly Decision[];
  /** Whether they are being asked about anew. */
  readonly isChecking: boolean;
  readonly binding: Binding;
  readonly onSelect: (decision: Decision) => void;
}

interface PushPlaceProps {
  readonly binding: Binding;
  /** Shows what there is to decide, and carries it out. */
  readonly Queue: (props: QueueProps) => ReactNode;
  readonly onOpenUnit: (unit: string) => void;
}

/** Step 3 and every day after: how the ledger stands, the push, and what became of it. */
export function PushPlace({ binding, Queue, onOpenUnit }: PushPlaceProps): ReactNode {
  const { t } = useTranslation();
  const { workbook } = useServices();
  const { me } = useSession();
  const state = useLedgerCheck(binding);
  const { run, start } = useRun(binding);
  const { putBehind } = useRuns();
  const unsent = useUnsent(binding);
  const { bindings } = useLedger();
  const isFirstRun = bindings.every((one) => one.syncedAt === null);
  const { attempt, notice } = useSelecting();
  const [isPreviewing, setPreviewing] = useState(false);
  const [always, setAlways] = useAlwaysPreviewed();
  const select = (issue: Issue): void => attempt(workbook.select(binding.sheetId, issue.row, issue.column));
  if (binding.workspace !== me.workspace.id)
    return (
      <Place>
        <Warning text={t('shell.otherWorkspace')} />
      </Place>
    );

  const isRunning = run?.state === 'running';
  const isLong = (state.progress?.total ?? 0) >= LONG;
  const misaligned = state.check?.misaligned ? misalignedError(state.check.misaligned, binding.sheetName) : null;
  const preview = (): void => {
    setPreviewing(true);
    state.checkAgain();
  };
  // Ids that stand beside the content of others are put right first: until then there is nothing to preview.
  const startSeen = (kind: RunKind): void => (kind === 'push' && always && misaligned === null ? preview() : start(kind));
  if (isPreviewing && !isRunning && misaligned === null) {
    const push = (): void => {
      setPreviewing(false);
      start('push');
    };
    return <PreviewPage binding={binding} state={state} always={always} onAlways={setAlways} onPush={push} onClose={() => setPreviewing(false)} />;
  }
  const unasked = binding.syncedAt === null ? state.check?.total : undefined;
  const changes = state.counts ? state.counts.inserted + state.counts.updated : unasked;
  // What is found later, or is checked on purpose, stands before the last result; one that is not in the sheet yet stays in front.
  const isNews = Boolean(changes) || state.faulty > (run?.state === 'done' ? run.report.counts.rejected : 0);
  const isPast =
    run !== undefined && !isRunning && (run.isPast === true || (run.state === 'done' && run.kind === 'push' && run.report.unwritten === null && isNews));
  const check = (): void => {
    putBehind(binding.id);
    state.checkAgain();
  };
  const queue = !isRunning && (
    <Queue
      decisions={state.decisions}
      isChecking={state.isChecking}
      binding={binding}
      onSelect={(decision) => decision.sheetRow !== null && attempt(workbook.selectEntry(binding, decision.id))}
    />
  );
  const result = run?.state === 'done' ? { kind: run.kind, report: run.report, onSelect: select, onOpenUnit, onRefresh: () => start('refresh') } : null;
  return (
    <Place
      notice={isRunning || isLong ? <PushProgressBar progress={isRunning ? run.progress : state.progress} /> : notice}
      actions={
        <PushActions
          run={run}
          isKept={unsent !== null}
          changes={changes}
          onCancelCheck={isLong ? state.cancel : null}
          onStart={startSeen}
          onCheck={check}
          onPreview={always || misaligned ? null : preview}
        />
      }
    >
      {binding.syncedAt === null && !isRunning && run?.state !== 'done' && (
        <>
          <StepHeading step={isFirstRun ? 3 : null} title={t('push.firstTitle')} />
          <Body1>{t('push.firstSentence')}</Body1>
          {binding.register === 'measures' && <UnitsFirstHint />}
        </>
      )}
      {misaligned && !isRunning && <MisalignedNotice fault={misaligned} onRealign={() => start('realign')} />}
      {!isPast && run?.state === 'failed' && !isMisalignment(run.fault) && <Failed run={run} changes={changes} onRetry={() => startSeen(run.kind)} />}
      {!isPast && run?.state === 'cancelled' && <Warning text={t('push.cancelled')} />}
      {!isPast && run?.state === 'sent' && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody style={{ whiteSpace: 'normal' }}>
            <output>{t('offline.sent', { count: run.rows })}</output>
          </MessageBarBody>
        </MessageBar>
      )}
      {result !== null && !isPast && <ResultSection {...result}>{queue}</ResultSection>}
      {(result === null || isPast || isNews) && (
        <CheckSection state={state} onSelect={select}>
          {(result === null || isPast) && queue}
        </CheckSection>
      )}
      {result !== null && isPast && (
        <PastResult kind={result.kind} report={result.report}>
          <ResultSection {...result} isPast />
        </PastResult>
      )}
      {run?.state === 'done' && binding.register === 'units' && <MeasuresNextHint />}
    </Place>
  );
}

interface FailedProps {
  readonly run: Extract<Run, { state: 'failed' }>;
  /** Rows that differ from the server's, of those that were kept; undefined while it is not known. */
  readonly changes: number | undefined;
  readonly onRetry: () => void;
}

/** Why a run did not end. A push that is kept in the workbook is not lost: the bar above the tabs says where it is and sends it. */
function Failed({ run: { fault, kept }, changes, onRetry }: FailedProps): ReactNode {
  const { t } = useTranslation();
  // A push that broke off has rows that went in before: then what is kept is told alone.
  const words = changes && changes <= kept ? t('offline.kept', { count: changes, total: kept }) : t('offline.keptWhole', { count: kept });
  if (kept === 0) return <FaultNotice fault={fault} {...(fault instanceof ApiError && { also: t('push.failedSafe') })} onRetry={onRetry} />;
  if (fault instanceof ApiError && fault.code === 'unreachable') return <Warning text={words} />;
  return <FaultNotice intent="warning" fault={fault} also={words} />;
}

function Warning({ text }: { readonly text: string }): ReactNode {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody style={{ whiteSpace: 'normal' }}>{text}</MessageBarBody>
    </MessageBar>
  );
}
