import type { ReactNode } from 'react';
import { Body1, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'center', textAlign: 'center', gap: '8px', padding: '32px 8px' },
  icon: { fontSize: '40px', lineHeight: 1, color: tokens.colorNeutralForeground4 },
  title: { margin: 0 },
  text: { color: tokens.colorNeutralForeground2 },
  action: { marginTop: '8px' },
});

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text?: string;
  readonly action?: ReactNode;
}

/** Says what will be here and how to get it there. */
export function EmptyState({ icon, title, text, action }: EmptyStateProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <Subtitle2 as="h2" className={styles.title}>
        {title}
      </Subtitle2>
      {text && <Body1 className={styles.text}>{text}</Body1>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
