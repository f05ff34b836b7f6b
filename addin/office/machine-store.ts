/** Small texts kept on this machine for this person: never in the document, which travels. */
export interface MachineStore {
  get(name: string): string | null;
  set(name: string, value: string): void;
  remove(name: string): void;
}

/** The part of the web's `Storage` that is used. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * A store over `storage` whose names carry a partition, as Office asks of add-ins in browsers that partition storage.
 * Where the browser refuses storage (third-party storage blocked), values live as long as the pane.
 */
export function createMachineStore(storage: () => TextStorage, partition: string): MachineStore {
  const memory = new Map<string, string>();
  const full = (name: string): string => `${partition}taizhang.${name}`;
  const attempt = <T>(act: (storage: TextStorage) => T): { value: T } | null => {
    try {
      return { value: act(storage()) };
    } catch {
      return null; // refused: `memory` answers instead
    }
  };
  return {
    get: (name) => memory.get(name) ?? attempt((kept) => kept.getItem(full(name)))?.value ?? null,
    set: (name, value) => {
      if (attempt((kept) => kept.setItem(full(name), value)) === null) memory.set(name, value);
      else memory.delete(name);
    },
    remove: (name) => {
      memory.delete(name);
      attempt((kept) => kept.removeItem(full(name)));
    },
  };
}

/** The store of this machine, partitioned by Office where Office says how. */
export function officeMachineStore(): MachineStore {
  const partition = (Office.context as { partitionKey?: string }).partitionKey ?? '';
  return createMachineStore(() => window.localStorage, partition);
}
