import type { ReactNode } from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    display: 'block',
    width: 'calc(100% + 16px)',
    margin: '0 -8px',
    padding: '8px',
    border: 0,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});

interface RowButtonProps {
  readonly onClick: () => void;
  /** Set where it opens a page: the focus comes back to it. */
  readonly id?: string;
  readonly children: ReactNode;
  readonly className?: string;
  /** What it does, where its content does not say so. */
  readonly label?: string;
  /** Whether what it opens below itself is open. */
  readonly isExpanded?: boolean;
}

/** A row of a list that does something when clicked. */
export function RowButton({ onClick, id, children, className, label, isExpanded }: RowButtonProps): ReactNode {
  return (
    <button type="button" id={id} aria-label={label} aria-expanded={isExpanded} className={mergeClasses(useStyles().root, className)} onClick={onClick}>
      {children}
    </button>
  );
}
