import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  place: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  content: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    padding: '16px 20px',
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    '& > *': { flexShrink: 0 },
  },
  notice: { padding: '0 20px 12px' },
  actions: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '12px 20px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface PlaceProps {
  readonly children: ReactNode;
  /** Said under the scrolled part, where it is seen whatever is scrolled to. */
  readonly notice?: ReactNode;
  readonly actions?: ReactNode;
}

/** A place of the pane: what scrolls, and under it a notice and the actions, which do not. */
export function Place({ children, notice, actions }: PlaceProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.place}>
      <div className={styles.content}>{children}</div>
      {notice && <div className={styles.notice}>{notice}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
