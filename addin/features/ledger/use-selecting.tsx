import { useState } from 'react';
import type { ReactNode } from 'react';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { useServices } from '../services.tsx';
import { useLedger } from './ledger-provider.tsx';

interface Selecting {
  /** Follows something done in the sheet; one that resolves to `false` did not find its row. */
  readonly attempt: (act: Promise<boolean | void>) => void;
  /** What to say of the last attempt; null when it went well. */
  readonly notice: ReactNode;
}

/** Says so when something in the sheet could not be selected. */
export function useSelecting(): Selecting {
  const [notice, setNotice] = useState<ReactNode>(null);
  const attempt = (act: Promise<boolean | void>): void => {
    act.then(
      (isFound) => setNotice(isFound === false ? <NotHere /> : null),
      (fault: unknown) => setNotice(<FaultNotice fault={fault} />),
    );
  };
  return { attempt, notice };
}

/** Selects an entry's row, on the active sheet first, then in the workbook's other ledgers of its register. */
export function useSelectEntry(): { readonly selectEntry: (register: RegisterId, id: string) => void; readonly notice: ReactNode } {
  const { workbook } = useServices();
  const { sheet, bindings } = useLedger();
  const { attempt, notice } = useSelecting();
  const isActive = (sheetId: string): number => (sheetId === sheet.sheetId ? 0 : 1);
  const find = async (register: RegisterId, id: string): Promise<boolean> => {
    const candidates = bindings.filter((one) => one.register === register).toSorted((a, b) => isActive(a.sheetId) - isActive(b.sheetId));
    for (const candidate of candidates) if (await workbook.selectEntry(candidate, id)) return true;
    return false;
  };
  return { selectEntry: (register, id) => attempt(find(register, id)), notice };
}

function NotHere(): ReactNode {
  const { t } = useTranslation();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody style={{ whiteSpace: 'normal' }}>{t('today.notHere')}</MessageBarBody>
    </MessageBar>
  );
}
