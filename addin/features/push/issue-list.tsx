import type { ReactNode } from 'react';
import { Body1Strong, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { LongList } from '../../ui/long-list.tsx';
import { RowButton } from '../../ui/row-button.tsx';

/** Something about one cell or row of the sheet. */
export interface Issue {
  readonly key: string;
  /** Where: `C12 完成时限`, or the row. */
  readonly where: string;
  readonly text: string;
  /** Zero-based; selected on a click. */
  readonly row: number;
  readonly column: number;
}

const FIRST = 20;

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '4px' },
  title: { margin: 0 },
  hint: { color: tokens.colorNeutralForeground3 },
  where: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  text: { display: 'block', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
});

interface IssueListProps {
  readonly title: string;
  readonly hint: string;
  readonly issues: readonly Issue[];
  readonly onSelect: (issue: Issue) => void;
}

/** Issues by cell; a click selects the cell. */
export function IssueList({ title, hint, issues, onSelect }: IssueListProps): ReactNode {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <Body1Strong as="h2" className={styles.title}>
        {title}
      </Body1Strong>
      <Caption1 className={styles.hint}>{hint}</Caption1>
      <IssueRows label={title} issues={issues} first={FIRST} onSelect={onSelect} />
    </section>
  );
}

interface IssueRowsProps {
  readonly label: string;
  readonly issues: readonly Issue[];
  /** Issues shown before the rest is asked for. */
  readonly first: number;
  readonly onSelect: (issue: Issue) => void;
}

/** One line an issue; a click selects its cell. */
export function IssueRows({ label, issues, first, onSelect }: IssueRowsProps): ReactNode {
  const styles = useStyles();
  return (
    <LongList items={issues} label={label} keyOf={(issue) => issue.key} first={first}>
      {(issue) => (
        <RowButton onClick={() => onSelect(issue)}>
          <Caption1 className={styles.where}>{issue.where}</Caption1>
          <Caption1 className={styles.text}>{issue.text}</Caption1>
        </RowButton>
      )}
    </LongList>
  );
}
