import { useState } from 'react';
import type { ReactNode } from 'react';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { useServices } from '../services.tsx';
import { useLedger } from './ledger-provider.tsx';

/** Selects an entry's row in the sheet; `notice` says so when the row cannot be found. */
export function useSelectEntry(register: RegisterId): { readonly selectEntry: (id: string) => void; readonly notice: ReactNode } {
  const { t } = useTranslation();
  const { workbook } = useServices();
  const { binding, bindings } = useLedger();
  const [outcome, setOutcome] = useState<{ readonly isFound: boolean; readonly fault?: unknown }>({ isFound: true });
  const candidates = [binding, ...bindings].filter((one) => one?.register === register).filter((one, at, all) => one !== null && all.indexOf(one) === at);
  const find = async (id: string): Promise<boolean> => {
    for (const candidate of candidates) if (candidate && (await workbook.selectEntry(candidate, id))) return true;
    return false;
  };
  const selectEntry = (id: string): void => {
    find(id).then(
      (isFound) => setOutcome({ isFound }),
      (fault: unknown) => setOutcome({ isFound: false, fault }),
    );
  };
  return { selectEntry, notice: outcome.isFound ? null : <Notice fault={outcome.fault} text={t('today.notHere')} /> };
}

function Notice({ fault, text }: { readonly fault: unknown; readonly text: string }): ReactNode {
  if (fault !== undefined) return <FaultNotice fault={fault} />;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody style={{ whiteSpace: 'normal' }}>{text}</MessageBarBody>
    </MessageBar>
  );
}
