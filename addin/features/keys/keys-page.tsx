import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { NewKeyAnswer } from '../../../shared/contract/keys.ts';
import type { MorePageProps } from '../more/more-page.ts';
import { useKept } from '../use-kept.ts';
import { CreateKey } from './create-key.tsx';
import { KeyList } from './key-list.tsx';
import { ShownKey } from './shown-key.tsx';

/** 密钥: the keys there are, a new one to be made, or the one just made, shown until it was put away. */
export function KeysPage({ onBack }: MorePageProps): ReactNode {
  const queries = useQueryClient();
  const [at, setAt] = useState<'list' | 'create'>('list');
  const [made, keepMade] = useKept<NewKeyAnswer>('madeKey');
  const take = (key: NewKeyAnswer): void => {
    keepMade(key);
    setAt('list');
    void queries.invalidateQueries({ queryKey: ['server', 'keys'] });
  };
  if (made !== null) return <ShownKey made={made} onDone={() => keepMade(null)} />;
  if (at === 'list') return <KeyList onBack={onBack} onCreate={() => setAt('create')} />;
  return <CreateKey onBack={() => setAt('list')} onCreated={take} />;
}
