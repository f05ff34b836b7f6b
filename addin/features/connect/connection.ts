import type { MachineStore } from '../../office/machine-store.ts';

/** Which server, and the access key to it; null: the work account of whoever sits here. */
export interface Connection {
  readonly server: string;
  readonly key: string | null;
  /** The workspace the person chose, by its id, where the account is a member of several; null: none need be said. */
  readonly workspace: string | null;
}

const NAME = 'connection';

/** The connection this machine remembers; null when there is none. */
export function rememberedConnection(store: MachineStore): Connection | null {
  const text = store.get(NAME);
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    return isConnection(kept) ? { server: kept.server, key: kept.key, workspace: workspaceIn(kept) } : null;
  } catch {
    return null; // written by something else: ask again
  }
}

/** What was kept before workspaces could be chosen names none. */
function workspaceIn(kept: object): string | null {
  return 'workspace' in kept && typeof kept.workspace === 'string' ? kept.workspace : null;
}

function isConnection(value: unknown): value is Pick<Connection, 'server' | 'key'> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'server' in value &&
    typeof value.server === 'string' &&
    'key' in value &&
    (typeof value.key === 'string' || value.key === null)
  );
}

/** Keeps the connection on this machine. */
export function rememberConnection(store: MachineStore, { server, key, workspace }: Connection): void {
  store.set(NAME, JSON.stringify({ server, key, workspace }));
}

/** Takes the connection off this machine. */
export function forgetConnection(store: MachineStore): void {
  store.remove(NAME);
}

/** The key the local preview puts behind `#key=` of the pane's address; taken from this machine's own host only. */
export function offeredKey(location: Pick<Location, 'hostname' | 'hash'>): string {
  if (location.hostname !== 'localhost' && location.hostname !== '127.0.0.1') return '';
  const match = /[#&]key=([^&]+)/.exec(location.hash);
  return match?.[1] === undefined ? '' : decodeURIComponent(match[1]);
}

/** What a typed server address means: its origin, `https://` assumed; null when it is none. Plain http is for this machine only. */
export function serverOrigin(typed: string): string | null {
  const text = typed.trim();
  let url: URL;
  try {
    url = new URL(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  } catch {
    return null;
  }
  const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  return url.protocol === 'https:' || isLocal ? url.origin : null;
}
