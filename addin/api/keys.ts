import type { KeyRequest, KeysAnswer, NewKeyAnswer } from '../../shared/contract/keys.ts';
import type { Transport } from './transport.ts';

/** Access keys, for admins; every method rejects as the rest of the client does. */
export interface KeysApi {
  keys(signal?: AbortSignal): Promise<KeysAnswer>;
  /** The answer holds the key itself, this once. */
  createKey(body: KeyRequest): Promise<NewKeyAnswer>;
  /** From then on the key opens nothing. */
  revokeKey(id: string): Promise<void>;
}

const PATH = '/v1/keys';

export function keysApi(transport: Transport): KeysApi {
  return {
    keys: (signal) => transport<KeysAnswer>('GET', PATH, { signal }),
    createKey: (body) => transport<NewKeyAnswer>('POST', PATH, { body }),
    revokeKey: async (id) => void (await transport<unknown>('DELETE', `${PATH}/${encodeURIComponent(id)}`)),
  };
}
