import { useState } from 'react';
import type { MachineStore } from '../../office/machine-store.ts';
import { useServices } from '../services.tsx';

const NAME = 'previewBeforePush';

/** Whether every push on this machine is to be seen first. Not unless the clerk has said so. */
export function isAlwaysPreviewed(store: MachineStore): boolean {
  return store.get(NAME) === 'always';
}

/** Keeps on this machine whether every push is to be seen first. */
export function setAlwaysPreviewed(store: MachineStore, isAlways: boolean): void {
  if (isAlways) store.set(NAME, 'always');
  else store.remove(NAME);
}

/** The setting of this machine, and how to change it. */
export function useAlwaysPreviewed(): readonly [boolean, (isAlways: boolean) => void] {
  const { store } = useServices();
  const [isAlways, setAlways] = useState(() => isAlwaysPreviewed(store));
  const change = (to: boolean): void => {
    setAlwaysPreviewed(store, to);
    setAlways(to);
  };
  return [isAlways, change];
}
