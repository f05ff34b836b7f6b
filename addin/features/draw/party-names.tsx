import type { ReactNode } from 'react';
import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';

const MOST = 10;

const useStyles = makeStyles({
  names: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: '8px' },
  add: { alignSelf: 'flex-start', marginLeft: '-8px' },
});

interface PartyNamesProps {
  readonly names: readonly string[];
  readonly fault: string | null;
  readonly onChange: (names: readonly string[]) => void;
}

/** Who takes part: at least two, so that none decides alone. */
export function PartyNames({ names, fault, onChange }: PartyNamesProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <Field label={t('draw.parties')} hint={t('draw.partiesHint')} validationMessage={fault}>
      <div className={styles.names}>
        {names.map((name, at) => {
          const label = t('draw.party', { n: at + 1 });
          return (
            <Input
              key={label}
              aria-label={label}
              placeholder={label}
              maxLength={60}
              value={name}
              onChange={(_, { value }) => onChange(names.map((other, index) => (index === at ? value : other)))}
            />
          );
        })}
        {names.length < MOST && (
          <Button className={styles.add} appearance="transparent" size="small" icon={<AddRegular />} onClick={() => onChange([...names, ''])}>
            {t('draw.addParty')}
          </Button>
        )}
      </div>
    </Field>
  );
}
