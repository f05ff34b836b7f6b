import type { RegisterId } from '../../../shared/registers/index.ts';
import { useLedger } from '../ledger/ledger-provider.tsx';
import { useRuns } from '../push/push-runs.tsx';
import { useServices } from '../services.tsx';

interface GoToLedger {
  /** Whether a ledger of the register is bound in this workbook. */
  readonly isHere: boolean;
  readonly goToLedger: () => void;
}

/** Shows the sheet of a register's ledger and goes to Push, past the result of its last push. */
export function useGoToLedger(register: RegisterId, onGoToPush: () => void): GoToLedger {
  const { workbook } = useServices();
  const { binding, bindings } = useLedger();
  const { forget } = useRuns();
  const target = binding?.register === register ? binding : bindings.find((one) => one.register === register);
  const go = async (): Promise<void> => {
    if (target === undefined) return;
    forget(target.id);
    if (target.id !== binding?.id) await workbook.select(target.sheetId, target.headerRow, target.columns[0]?.column ?? 0);
    onGoToPush();
  };
  // A sheet that cannot be shown is said on Push, which reads it.
  return { isHere: target !== undefined, goToLedger: () => void go().catch(onGoToPush) };
}
