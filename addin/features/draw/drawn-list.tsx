import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { DrawAnswer } from '../../../shared/contract/draws.ts';
import type { RegisterId } from '../../../shared/registers/index.ts';
import { LongList } from '../../ui/long-list.tsx';
import { DrawnItem } from './drawn-item.tsx';

const useStyles = makeStyles({ toggle: { marginLeft: '-8px', paddingInline: '8px' } });

interface DrawnListProps {
  readonly draw: DrawAnswer;
  readonly onSelect: (register: RegisterId, id: string) => void;
}

/** The whole frozen list, on demand. */
export function DrawnList({ draw: { of, list }, onSelect }: DrawnListProps): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const label = t('draw.frozenList', { count: list.length });
  return (
    <section>
      <Button
        className={styles.toggle}
        appearance="subtle"
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </Button>
      {isOpen && (
        <LongList items={list} label={label} keyOf={({ id }) => id}>
          {(item) => <DrawnItem of={of} item={item} onSelect={onSelect} />}
        </LongList>
      )}
    </section>
  );
}
