import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { NewKeyAnswer } from '../../../shared/contract/keys.ts';
import type { MorePageProps } from '../more/more-page.ts';
import { CreateKey } from './create-key.tsx';
import { KeyList } from './key-list.tsx';
import { ShownKey } from './shown-key.tsx';

/** 密钥: the keys there are, a new one to be made, or the one just made, shown this once. */
export function KeysPage({ onBack }: MorePageProps): ReactNode {
  const queries = useQueryClient();
  const [at, setAt] = useState<'list' | 'create' | NewKeyAnswer>('list');
  const made = (key: NewKeyAnswer): void => {
    setAt(key);
    void queries.invalidateQueries({ queryKey: ['server', 'keys'] });
  };
  if (at === 'list') return <KeyList onBack={onBack} onCreate={() => setAt('create')} />;
  if (at === 'create') return <CreateKey onBack={() => setAt('list')} onCreated={made} />;
  return <ShownKey made={at} onDone={() => setAt('list')} />;
}
