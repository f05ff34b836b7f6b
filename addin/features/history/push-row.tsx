import type { ReactNode } from 'react';
import { Badge, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { RowButton } from '../../ui/row-button.tsx';
import { When } from './when.tsx';
import type { Push } from './pushes.ts';
import { revisionsText } from './pushes.ts';
import { usePushWords } from './use-push-words.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '2px' },
  first: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: '8px' },
  what: { minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  when: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
  line: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: '8px', color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

/** One act: what it was, who did it when, and how much it changed; a click opens it. */
export function PushRow({ push, onOpen }: { readonly push: Push; readonly onOpen: () => void }): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const { title, counts, author } = usePushWords();
  return (
    <RowButton id={`push-${push.revisions.at(-1)}`} onClick={onOpen}>
      <span className={styles.root}>
        <span className={styles.first}>
          <span className={styles.what}>{title(push)}</span>
          <Caption1 className={styles.when}>
            <When at={push.at} />
          </Caption1>
        </span>
        <Caption1 className={styles.line}>
          <span>{[t('history.revision', { revision: revisionsText(push.revisions) }), author(push)].join(' · ')}</span>
          {push.standing !== 'stands' && (
            <Badge appearance="tint" color="informative" size="small">
              {t(`history.standing.${push.standing}`)}
            </Badge>
          )}
        </Caption1>
        <Caption1 className={styles.quiet}>{counts(push.counts)}</Caption1>
      </span>
    </RowButton>
  );
}
