import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
});

interface LongListProps<Item> {
  readonly items: readonly Item[];
  readonly label: string;
  readonly keyOf: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
  /** Items shown before the rest is asked for. */
  readonly first?: number;
}

/** A list that shows its first items, and the rest on demand, so that a thousand rows do not weigh the pane down. */
export function LongList<Item>({ items, label, keyOf, children, first = 50 }: LongListProps<Item>): ReactNode {
  const styles = useStyles();
  const { t } = useTranslation();
  const [shown, setShown] = useState(first);
  const hidden = items.length - shown;
  return (
    <div>
      <ul className={styles.list} aria-label={label}>
        {items.slice(0, shown).map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button appearance="transparent" size="small" onClick={() => setShown(shown + 200)}>
          {t('common.more', { count: hidden })}
        </Button>
      )}
    </div>
  );
}
