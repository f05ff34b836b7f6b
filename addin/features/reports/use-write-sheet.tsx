import type { ReactNode } from 'react';
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SheetRef } from '../../excel/port.ts';
import type { ReportSheet } from '../../excel/reports/report-sheet.ts';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { useServices } from '../services.tsx';

interface WriteSheet {
  readonly write: (report: ReportSheet) => void;
  readonly isWriting: boolean;
  /** What came of it; null before. */
  readonly notice: ReactNode;
}

/** Writes a report to a sheet of its own, and says where it is or why it is not. */
export function useWriteSheet(): WriteSheet {
  const { t } = useTranslation();
  const { workbook } = useServices();
  const writing = useMutation({ mutationFn: (report: ReportSheet): Promise<SheetRef> => workbook.writeReport(report) });
  const { data, error } = writing;
  return {
    write: (report) => !writing.isPending && writing.mutate(report),
    isWriting: writing.isPending,
    notice: error ? <FaultNotice fault={error} /> : data && <Success>{t('reports.written', { sheet: data.sheetName })}</Success>,
  };
}

/** Something went well. */
export function Success({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody style={{ whiteSpace: 'normal' }}>
        <output>{children}</output>
      </MessageBarBody>
    </MessageBar>
  );
}
