import type { ReactNode } from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { FaultNotice } from './fault-notice.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
});

/** How a list is asked for page by page, as `useInfiniteQuery` tells it. */
interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly error: Error | null;
  readonly fetchNextPage: () => unknown;
}

interface PagedListProps<Item> {
  readonly items: readonly Item[];
  readonly label: string;
  readonly keyOf: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
  readonly pages: Pages;
  /** On the button that asks for the next page. */
  readonly more: string;
}

/** A list that the server gives page by page; the next one on demand. */
export function PagedList<Item>({ items, label, keyOf, children, pages, more }: PagedListProps<Item>): ReactNode {
  const styles = useStyles();
  const next = (): void => void pages.fetchNextPage();
  return (
    <div>
      <ul className={styles.list} aria-label={label} aria-busy={pages.isFetchingNextPage}>
        {items.map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {pages.isFetchNextPageError && <FaultNotice fault={pages.error} onRetry={next} />}
      {pages.hasNextPage && !pages.isFetchNextPageError && (
        <Button appearance="transparent" size="small" disabledFocusable={pages.isFetchingNextPage} onClick={next}>
          {more}
        </Button>
      )}
    </div>
  );
}
