import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { useSelecting } from '../ledger/use-selecting.tsx';
import { useServices, useSession } from '../services.tsx';
import { findSheetWith } from './find-sheet.ts';

/** Says that the list of units is better pushed first, where the workspace has none and the workbook has one. */
export function UnitsFirstHint(): ReactNode {
  const { t } = useTranslation();
  const { workbook } = useServices();
  const { api, me } = useSession();
  const { sheet, bindings } = useLedger();
  const [isSkipped, setSkipped] = useState(false);
  const hasPushedUnits = bindings.some((binding) => binding.register === 'units' && binding.syncedAt !== null);
  const found = useQuery({
    queryKey: ['sheetHint', 'units', me.workspace.id, sheet.sheetId],
    queryFn: async ({ signal }) => ((await api.hasUnits(signal)) ? null : await findSheetWith(workbook, 'units', sheet.sheetId)),
    enabled: !hasPushedUnits && me.role === 'admin',
  });
  if (hasPushedUnits || isSkipped || !found.data) return null;
  return <SheetHint sheet={found.data} text={t('bind.unitsFirst', { sheet: found.data.sheetName })} onSkip={() => setSkipped(true)} />;
}

/** After the list of units: leads to the measures, where the workbook has them and they are not bound yet. */
export function MeasuresNextHint(): ReactNode {
  const { t } = useTranslation();
  const { workbook } = useServices();
  const { sheet, bindings } = useLedger();
  const hasMeasures = bindings.some((binding) => binding.register === 'measures');
  const found = useQuery({
    queryKey: ['sheetHint', 'measures', sheet.sheetId],
    queryFn: () => findSheetWith(workbook, 'measures', sheet.sheetId),
    enabled: !hasMeasures,
  });
  if (hasMeasures || !found.data) return null;
  return <SheetHint sheet={found.data} text={t('bind.measuresNext', { sheet: found.data.sheetName })} />;
}

interface SheetHintProps {
  readonly sheet: { readonly sheetId: string; readonly sheetName: string };
  readonly text: string;
  readonly onSkip?: () => void;
}

function SheetHint({ sheet, text, onSkip }: SheetHintProps): ReactNode {
  const { t } = useTranslation();
  const { workbook } = useServices();
  const { attempt, notice } = useSelecting();
  if (notice) return notice;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody style={{ whiteSpace: 'normal' }}>{text}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => attempt(workbook.select(sheet.sheetId, 0, 0))}>
          {t('bind.openSheet', { sheet: sheet.sheetName })}
        </Button>
        {onSkip && (
          <Button size="small" appearance="transparent" onClick={onSkip}>
            {t('bind.skip')}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}
