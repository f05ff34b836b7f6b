import type { ReactNode } from 'react';
import { Select, makeStyles } from '@fluentui/react-components';
import type { SelectProps } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: { minWidth: 0, width: '100%' },
  select: { width: '100%', textOverflow: 'ellipsis' },
});

interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

type ChoiceProps = Pick<SelectProps, 'id' | 'aria-label'> & {
  readonly value: string;
  readonly options: readonly ChoiceOption[];
  readonly onChoose: (value: string) => void;
};

/** One of several, from a list that is the system's own: it works by keyboard and never outgrows the pane. */
export function Choice({ value, options, onChoose, ...rest }: ChoiceProps): ReactNode {
  const styles = useStyles();
  return (
    <Select {...rest} className={styles.root} select={{ className: styles.select }} value={value} onChange={(_, data) => onChoose(data.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}
