import { useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Button, Caption1, Field, MessageBar, MessageBarBody, Subtitle2, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular, TableRegular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DrawAnswer } from '../../../shared/contract/draws.ts';
import type { Slip } from '../../../shared/draw/types.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { useWords } from '../../i18n/use-words.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { useServices, useSession } from '../services.tsx';
import { DrawnItem } from './drawn-item.tsx';
import { downloadSlip, slipText } from './slip-file.ts';
import { slipSheet } from './slip-sheet.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  title: { margin: 0 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  hint: { color: tokens.colorNeutralForeground3 },
});

interface DrawResultProps {
  readonly draw: DrawAnswer;
  readonly slip: Slip;
  readonly onSelect: (register: RegisterId, id: string) => void;
}

/** Who won, and the slip by which anyone can repeat the draw. */
export function DrawResult({ draw, slip, onSelect }: DrawResultProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { workbook } = useServices();
  const { timeZone } = useSession().me.workspace;
  const { language } = useWords();
  const [isClosed, setClosed] = useState(false);
  const write = useMutation({ mutationFn: () => workbook.writeReport(slipSheet(slip, { t, language, timeZone })) });
  const items = new Map(slip.list.map((item) => [item.id, item]));
  return (
    <section className={styles.root}>
      <Subtitle2 as="h2" className={styles.title}>
        {t('draw.winners', { count: slip.winners.length })}
      </Subtitle2>
      <ul className={styles.list} aria-label={t('draw.winners', { count: slip.winners.length })}>
        {slip.winners.flatMap(({ id }) => {
          const item = items.get(id);
          return item
            ? [
                <li key={id}>
                  <DrawnItem of={draw.of} item={item} onSelect={onSelect} />
                </li>,
              ]
            : [];
        })}
      </ul>
      <Body1>{t('draw.useNumber', { number: draw.number })}</Body1>
      <span className={styles.buttons}>
        <Button appearance="primary" icon={<TableRegular />} disabledFocusable={write.isPending} onClick={() => write.mutate()}>
          {t('draw.writeSlip')}
        </Button>
        <Button icon={<ArrowDownloadRegular />} onClick={() => downloadSlip(slip)}>
          {t('draw.saveSlip')}
        </Button>
        <CopyButton text={slipText(slip)} onClosed={() => setClosed(true)}>
          {t('draw.copySlip')}
        </CopyButton>
      </span>
      {write.error && <FaultNotice fault={write.error} />}
      {write.data && (
        <MessageBar intent="success" layout="multiline">
          <MessageBarBody style={{ whiteSpace: 'normal' }}>
            <output>{t('draw.written', { sheet: write.data.sheetName })}</output>
          </MessageBarBody>
        </MessageBar>
      )}
      {isClosed && (
        <Field label={t('draw.selectSlip')}>
          <Textarea readOnly rows={4} value={slipText(slip)} onFocus={(event) => event.target.select()} />
        </Field>
      )}
      <Caption1 className={styles.hint}>{t('draw.slipHint')}</Caption1>
    </section>
  );
}
