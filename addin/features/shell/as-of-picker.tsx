import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Caption1, Field, Input, Popover, PopoverSurface, PopoverTrigger, makeStyles } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { parseIso } from '../../../shared/calendar/day.ts';
import { useLedger } from '../ledger/ledger-provider.tsx';

const useStyles = makeStyles({
  trigger: { paddingInline: '4px', marginLeft: '-4px', minWidth: 0, flexShrink: 0, fontWeight: 400 },
  surface: { display: 'flex', flexDirection: 'column', gap: '12px', width: '220px' },
});

/** The day flags and scores are for: today unless another is pinned in the workbook. */
export function AsOfPicker(): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { asOf, isPinned, pinAsOf } = useLedger();
  const [isOpen, setOpen] = useState(false);
  const pin = (day: string | null): void => {
    if (day === null) setOpen(false);
    if (day === null || parseIso(day) !== null) void pinAsOf(day);
  };
  return (
    <Popover open={isOpen} onOpenChange={(_, data) => setOpen(data.open)} trapFocus positioning="below-start" withArrow>
      <PopoverTrigger disableButtonEnhancement>
        <Button className={styles.trigger} appearance="transparent" size="small" icon={<ChevronDown12Regular />} iconPosition="after">
          {t('shell.asOf', { day: asOf })}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface}>
        <Field label={t('shell.asOfLabel')}>
          <Input type="date" defaultValue={asOf} onChange={(_, data) => pin(data.value)} />
        </Field>
        <Caption1>{t('shell.asOfSentence')}</Caption1>
        {isPinned && (
          <Button size="small" onClick={() => pin(null)}>
            {t('shell.asOfToday')}
          </Button>
        )}
      </PopoverSurface>
    </Popover>
  );
}
