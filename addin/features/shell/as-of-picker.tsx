import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Caption1, Field, Input, Popover, PopoverSurface, PopoverTrigger, makeStyles } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { EARLIEST, LATEST, isSensibleDay } from '../ledger/as-of.ts';
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
  const useToday = (): void => {
    setOpen(false);
    void pinAsOf(null);
  };
  return (
    <Popover open={isOpen} onOpenChange={(_, data) => setOpen(data.open)} trapFocus positioning="below-start" withArrow>
      <PopoverTrigger disableButtonEnhancement>
        <Button className={styles.trigger} appearance="transparent" size="small" icon={<ChevronDown12Regular />} iconPosition="after">
          {t('shell.asOf', { day: asOf })}
        </Button>
      </PopoverTrigger>
      <PopoverSurface className={styles.surface}>
        <DayField
          asOf={asOf}
          onChosen={(day) => {
            if (day !== asOf) void pinAsOf(day);
          }}
          onDone={() => setOpen(false)}
        />
        <Caption1>{t('shell.asOfSentence')}</Caption1>
        {isPinned && (
          <Button size="small" onClick={useToday}>
            {t('shell.asOfToday')}
          </Button>
        )}
      </PopoverSurface>
    </Popover>
  );
}

interface DayFieldProps {
  readonly asOf: string;
  readonly onChosen: (day: string) => void;
  readonly onDone: () => void;
}

/** Takes a day that was picked at once, and one that is typed when the field is left or Enter is pressed: on the way there it is another day at every key. */
function DayField({ asOf, onChosen, onDone }: DayFieldProps): ReactNode {
  const { t } = useTranslation();
  const [day, setDay] = useState(asOf);
  const [isRefused, setRefused] = useState(false);
  const isTyping = useRef(false);
  const choose = (chosen: string): boolean => {
    const isFit = isSensibleDay(chosen);
    setRefused(!isFit);
    if (isFit) onChosen(chosen);
    return isFit;
  };
  return (
    <Field
      label={t('shell.asOfLabel')}
      {...(isRefused && { validationState: 'warning', validationMessage: t('shell.asOfRange', { from: EARLIEST.slice(0, 4), to: LATEST.slice(0, 4) }) })}
    >
      <Input
        type="date"
        min={EARLIEST}
        max={LATEST}
        value={day}
        onPointerDown={() => (isTyping.current = false)}
        onKeyDown={({ key }) => {
          isTyping.current = true;
          if (key === 'Enter' && choose(day)) onDone();
        }}
        onChange={(_, { value }) => {
          setDay(value);
          setRefused(false);
          if (!isTyping.current) choose(value);
        }}
        onBlur={() => choose(day)}
      />
    </Field>
  );
}
