import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Button } from '@fluentui/react-components';
import { DocumentTableRegular, TableSearchRegular } from '@fluentui/react-icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { registerById } from '../../../shared/registers/index.ts';
import type { Binding, Mappings, SheetReading } from '../../excel/port.ts';
import { useWords } from '../../i18n/use-words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading.tsx';
import { Place } from '../../ui/place.tsx';
import { StepHeading } from '../../ui/step-heading.tsx';
import { newId } from '../../work/new-id.ts';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { withLedger } from '../ledger/with-ledger.ts';
import { useServices, useSession } from '../services.tsx';
import { BindColumns } from './bind-columns.tsx';
import { bindingOf, draftOf, isComplete, isSameLedger, ledgersOn, mappingOf, noChoice } from './draft.ts';
import type { Choice, Draft } from './draft.ts';
import { HeaderChoice } from './header-choice.tsx';
import { LedgerChoice } from './ledger-choice.tsx';
import { NotFound } from './not-found.tsx';
import { RowsBelow } from './rows-below.tsx';
import { UnitsFirstHint } from './sheet-hint.tsx';
import { UnsentGoes } from './unsent-goes.tsx';

/** Step 2: which ledger stands on the active sheet. Everything recognised can be changed before it is confirmed. */
export function BindPlace(): ReactNode {
  const { t } = useTranslation();
  const { workbook } = useServices();
  const { sheet } = useLedger();
  const reading = useQuery({
    queryKey: ['reading', sheet.sheetId],
    queryFn: async () => ({ sheet: await workbook.readActiveSheet(), mappings: await workbook.mappings() }),
    gcTime: 0,
    structuralSharing: false, // comparing thousands of rows would take longer than drawing them
  });
  const again = (): void => void reading.refetch();
  if (reading.data?.sheet.isReport) {
    return (
      <Place>
        <EmptyState icon={<DocumentTableRegular />} title={t('bind.reportTitle')} text={t('bind.report', { sheet: reading.data.sheet.sheetName })} />
      </Place>
    );
  }
  if (reading.data?.sheet.area) return <BindForm key={reading.dataUpdatedAt} reading={reading.data.sheet} mappings={reading.data.mappings} onAgain={again} />;
  return (
    <Place actions={<Button onClick={again}>{t('bind.again')}</Button>}>
      {reading.isPending && <LoadingRows />}
      {reading.error && <FaultNotice fault={reading.error} />}
      {reading.data && <EmptyState icon={<TableSearchRegular />} title={t('bind.titleAgain')} text={t('bind.empty', { sheet: sheet.sheetName })} />}
    </Place>
  );
}

interface BindFormProps {
  readonly reading: SheetReading;
  readonly mappings: Mappings;
  readonly onAgain: () => void;
}

function BindForm({ reading, mappings, onAgain }: BindFormProps): ReactNode {
  const { t } = useTranslation();
  const { workbook } = useServices();
  const { me } = useSession();
  const { binding, bindings, bind, keepBinding } = useLedger();
  const [choice, setChoice] = useState<Choice>(noChoice);
  const ledgers = useMemo(() => ledgersOn(reading), [reading]);
  const draft = useMemo(() => draftOf(reading, choice, mappings), [reading, choice, mappings]);
  const canConfirm = draft !== null && isComplete(draft);
  const isFirstRun = bindings.every((one) => one.syncedAt === null);
  const confirm = useMutation({
    mutationFn: (complete: Draft) => {
      const bindAs = (before: Binding | null) => bind(bindingOf(complete, reading, me.workspace.id, newId(), before), mappingOf(complete, choice));
      return binding === null ? bindAs(null) : withLedger(workbook, binding, bindAs);
    },
  });
  const confirmOnce = (): void => {
    if (draft && !confirm.isPending) confirm.mutate(draft);
  };
  return (
    <Place
      actions={
        <>
          <Button appearance="primary" disabledFocusable={!canConfirm || confirm.isPending} onClick={confirmOnce}>
            {t('bind.confirm')}
          </Button>
          <Button onClick={binding ? keepBinding : onAgain}>{t(binding ? 'bind.keep' : 'bind.again')}</Button>
        </>
      }
    >
      <StepHeading step={isFirstRun ? 2 : null} title={t('bind.title')} />
      {draft ? <Found draft={draft} isPicked={choice.headerRow !== undefined} sheet={reading.sheetName} /> : <NotFound sheet={reading.sheetName} />}
      {binding && draft && !isSameLedger(binding, draft, reading, me.workspace.id) && <UnsentGoes binding={binding} />}
      {draft?.register === 'measures' && <UnitsFirstHint />}
      {ledgers.length > 1 && <LedgerChoice ledgers={ledgers} chosen={choice.ledger ?? 0} onChoose={(ledger) => setChoice({ ...noChoice, ledger })} />}
      {draft && <RowsBelow reading={reading} draft={draft} />}
      <HeaderChoice
        reading={reading}
        register={draft?.register ?? choice.register}
        headerRow={draft?.headerRow ?? choice.headerRow}
        onRegister={(register) => setChoice(({ headerRow }) => ({ ...noChoice, register, headerRow }))}
        onHeaderRow={(headerRow) => setChoice(({ register }) => ({ ...noChoice, register, headerRow }))}
      />
      {draft && (
        <BindColumns draft={draft} onChoose={(column, field) => setChoice((before) => ({ ...before, fields: new Map(before.fields).set(column, field) }))} />
      )}
    </Place>
  );
}

function Found({ draft, isPicked, sheet }: { readonly draft: Draft; readonly isPicked: boolean; readonly sheet: string }): ReactNode {
  const { t } = useTranslation();
  const { language } = useWords();
  const register = registerById(draft.register)?.label[language] ?? '';
  return <Body1>{t(isPicked ? 'bind.picked' : 'bind.found', { sheet, row: draft.headerRow + 1, register })}</Body1>;
}
