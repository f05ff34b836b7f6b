import type * as z from 'zod';
import type { abandonRequest, commitmentRequest, DrawAnswer, DrawRequest, DrawsAnswer, revealRequest } from '../../shared/contract/draws.ts';
import type { Transport } from './transport.ts';

/** Random draws; every method rejects as the rest of the client does. */
export interface DrawsApi {
  draws(signal?: AbortSignal): Promise<DrawsAnswer>;
  draw(id: string, signal?: AbortSignal): Promise<DrawAnswer>;
  startDraw(body: DrawRequest): Promise<DrawAnswer>;
  /** Only the digest of a secret is ever sent here. */
  commitToDraw(id: string, body: z.input<typeof commitmentRequest>): Promise<DrawAnswer>;
  revealInDraw(id: string, body: z.input<typeof revealRequest>): Promise<DrawAnswer>;
  abandonDraw(id: string, body: z.input<typeof abandonRequest>): Promise<DrawAnswer>;
}

const PATH = '/v1/draws';

export function drawsApi(transport: Transport): DrawsApi {
  const post = (path: string, body: unknown): Promise<DrawAnswer> => transport<DrawAnswer>('POST', path, { body });
  return {
    draws: (signal) => transport<DrawsAnswer>('GET', PATH, { signal }),
    draw: (id, signal) => transport<DrawAnswer>('GET', `${PATH}/${id}`, { signal }),
    startDraw: (body) => post(PATH, body),
    commitToDraw: (id, body) => post(`${PATH}/${id}/commitments`, body),
    revealInDraw: (id, body) => post(`${PATH}/${id}/reveals`, body),
    abandonDraw: (id, body) => post(`${PATH}/${id}/abandon`, body),
  };
}
