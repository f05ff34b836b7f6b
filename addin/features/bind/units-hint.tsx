import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { findLedgers } from '../../../shared/ledger/find.ts';
import type { LedgerWorkbook, SheetRef } from '../../excel/port.ts';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { useServices, useSession } from '../services.tsx';

/** Sheets looked at for a list of units. */
const SHEETS_TRIED = 8;

/** Says that the list of units is better pushed first, where the workspace has none and the workbook has one. */
export function UnitsHint(): ReactNode {
  const { t } = useTranslation();
  const { workbook } = useServices();
  const { api, me } = useSession();
  const { sheet, bindings } = useLedger();
  const [isSkipped, setSkipped] = useState(false);
  const hasPushedUnits = bindings.some((binding) => binding.register === 'units' && binding.syncedAt !== null);
  const units = useQuery({
    queryKey: ['unitsSheet', me.workspace.id, sheet.sheetId],
    queryFn: async ({ signal }) => ((await api.hasUnits(signal)) ? null : await unitsSheet(workbook, sheet.sheetId)),
    enabled: !hasPushedUnits && me.role === 'admin',
  });
  if (hasPushedUnits || isSkipped || !units.data) return null;
  const { sheetId, sheetName } = units.data;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody style={{ whiteSpace: 'normal' }}>{t('bind.unitsFirst', { sheet: sheetName })}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => void workbook.select(sheetId, 0, 0)}>
          {t('bind.openUnits', { sheet: sheetName })}
        </Button>
        <Button size="small" appearance="transparent" onClick={() => setSkipped(true)}>
          {t('bind.skip')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

async function unitsSheet(workbook: LedgerWorkbook, except: string): Promise<SheetRef | null> {
  const others = (await workbook.sheets()).filter((sheet) => sheet.sheetId !== except).slice(0, SHEETS_TRIED);
  for (const sheet of others) {
    const [guess] = findLedgers((await workbook.readSheet(sheet.sheetId)).cells);
    if (guess?.register === 'units' && guess.missing.length === 0) return sheet;
  }
  return null;
}
