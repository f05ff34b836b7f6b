import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { DrawAnswer } from '../../../shared/contract/draws.ts';
import type { MorePageProps } from '../more/more-page.ts';
import { DrawList } from './draw-list.tsx';
import { OpenedDraw } from './opened-draw.tsx';
import { StartDraw } from './start-draw.tsx';

/** 随机抽查: the draws there are, one of them opened, or a new one. */
export function DrawPage({ onBack }: MorePageProps): ReactNode {
  const queries = useQueryClient();
  const [at, setAt] = useState<{ readonly id: string | null } | null>(null);
  const toList = (): void => setAt(null);
  const opened = (draw: DrawAnswer): void => {
    queries.setQueryData(['server', 'draw', draw.id], draw);
    void queries.invalidateQueries({ queryKey: ['server', 'draws'] });
    setAt({ id: draw.id });
  };
  if (at === null) return <DrawList onBack={onBack} onStart={() => setAt({ id: null })} onOpen={(id) => setAt({ id })} />;
  if (at.id === null) return <StartDraw onBack={toList} onStarted={opened} />;
  return <OpenedDraw key={at.id} id={at.id} onBack={toList} />;
}
