import { useState } from 'react';
import type { ReactNode } from 'react';
import { Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { Confirm } from '../../ui/confirm.tsx';
import { FaultNotice } from '../../ui/fault-notice.tsx';
import { LoadingRows } from '../../ui/loading.tsx';
import { PlaceHead } from '../../ui/place-head.tsx';
import { Place } from '../../ui/place.tsx';
import { RowButton } from '../../ui/row-button.tsx';
import { UnreadNotice } from '../offline/unread-notice.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  row: { display: 'flex', alignItems: 'center', gap: '8px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, padding: '8px 0', overflowWrap: 'anywhere' },
  opens: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  facts: { color: tokens.colorNeutralForeground3 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  own: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
  take: { flexShrink: 0 },
  add: { flexGrow: 1 },
});

export interface Fact {
  readonly text: string;
  /** Whether it keeps the access from working. */
  readonly isBad?: boolean;
}

/** How one who has access stands in the list. */
interface AccessRow {
  readonly id: string;
  readonly name: string;
  readonly facts: readonly Fact[];
  /** Said in place of the way to take the access away. */
  readonly kept?: string;
}

/** How access is taken away, once that has been confirmed. */
interface Removal<Item> {
  readonly label: (name: string) => string;
  readonly title: (name: string) => string;
  readonly sentence: string;
  readonly confirm: string;
  /** Resolves when it is gone and the list was asked for anew. */
  readonly run: (item: Item) => Promise<void>;
}

interface AccessListProps<Item> {
  readonly title: string;
  /** What the list is; null while that is not known. */
  readonly sentence: string | null;
  readonly query: Pick<UseQueryResult, 'error' | 'isPending' | 'refetch'>;
  readonly items: readonly Item[] | undefined;
  readonly rowOf: (item: Item) => AccessRow;
  readonly removal: Removal<Item>;
  /** The label of the button that adds one; null: none can be added. */
  readonly add: string | null;
  readonly onAdd: () => void;
  readonly onBack: () => void;
  readonly onOpen?: (item: Item) => void;
}

/** Who has access to the workspace, with the ways to add one and to take one out. */
export function AccessList<Item>({ title, sentence, query, items, rowOf, removal, add, onAdd, onBack, onOpen }: AccessListProps<Item>): ReactNode {
  const styles = useStyles();
  const [asked, setAsked] = useState<Item | null>(null);
  const remove = useMutation({ mutationFn: removal.run });
  return (
    <Place
      notice={remove.error && <FaultNotice fault={remove.error} />}
      actions={
        add !== null && (
          <Button id="access-add" className={styles.add} appearance="primary" size="large" onClick={onAdd}>
            {add}
          </Button>
        )
      }
    >
      <PlaceHead title={title} onBack={onBack} />
      {sentence !== null && <Body1>{sentence}</Body1>}
      {query.error && <UnreadNotice fault={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <LoadingRows rows={3} />}
      {items && items.length > 0 && (
        <ul className={styles.list} aria-label={title}>
          {items.map((item) => {
            const { id, name, facts, kept } = rowOf(item);
            return (
              <li key={id} className={styles.row}>
                <Words id={id} name={name} facts={facts} onOpen={onOpen && (() => onOpen(item))} />
                {kept === undefined ? (
                  <Button
                    className={styles.take}
                    appearance="subtle"
                    icon={<DeleteRegular />}
                    aria-label={removal.label(name)}
                    disabledFocusable={remove.isPending}
                    onClick={() => setAsked(item)}
                  />
                ) : (
                  <Caption1 className={styles.own}>{kept}</Caption1>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {asked && (
        <Confirm
          title={removal.title(rowOf(asked).name)}
          confirm={removal.confirm}
          onConfirm={() => (setAsked(null), remove.mutate(asked))}
          onClose={() => setAsked(null)}
        >
          {removal.sentence}
        </Confirm>
      )}
    </Place>
  );
}

type WordsProps = Pick<AccessRow, 'id' | 'name' | 'facts'> & { readonly onOpen: (() => void) | undefined };

function Words({ id, name, facts, onOpen }: WordsProps): ReactNode {
  const styles = useStyles();
  const lines = (
    <>
      <span>{name}</span>
      {facts.map(({ text, isBad }) => (
        <Caption1 key={text} className={isBad ? styles.bad : styles.facts}>
          {text}
        </Caption1>
      ))}
    </>
  );
  if (onOpen === undefined) return <span className={styles.words}>{lines}</span>;
  return (
    <RowButton id={`access-${id}`} onClick={onOpen}>
      <span className={styles.opens}>{lines}</span>
    </RowButton>
  );
}
