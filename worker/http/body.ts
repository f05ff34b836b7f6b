import { MAX_BYTES, MAX_ROWS } from '../../shared/contract/push.ts';
import { Refusal } from '../refusal.ts';

/** Bytes read at a time. */
const BLOCK = 256 * 1024;

/**
 * The JSON of a request's body. Refuses with mediaType, tooLarge (inflated bytes are counted as they come, whatever the
 * headers say) or badJson.
 */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(streamOf(request));
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) throw new Refusal('badJson');
    throw error;
  }
}

function streamOf(request: Request): ReadableStream<Uint8Array> {
  const type = request.headers.get('Content-Type') ?? '';
  if (type.split(';')[0]?.trim().toLowerCase() !== 'application/json') throw new Refusal('mediaType', { received: type || '–' });
  if (request.body === null) throw new Refusal('badJson');
  const encoding = (request.headers.get('Content-Encoding') ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity') return request.body;
  if (encoding === 'gzip') return request.body.pipeThrough(new DecompressionStream('gzip'));
  throw new Refusal('mediaType', { received: encoding });
}

async function readBytes(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const blocks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader({ mode: 'byob' });
  for (;;) {
    const { done, value } = await nextBlock(reader);
    if (value === undefined || value.byteLength === 0) break;
    size += value.byteLength;
    if (size > MAX_BYTES) {
      await reader.cancel();
      throw new Refusal('tooLarge', { maxRows: MAX_ROWS, maxBytes: MAX_BYTES });
    }
    blocks.push(value);
    if (done) break;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const block of blocks) {
    bytes.set(block, at);
    at += block.byteLength;
  }
  return bytes;
}

/** A whole block, less only at the end: unasked, a stream comes in hundreds of bits of 4 KB. One that breaks off or does not inflate is no JSON. */
async function nextBlock(reader: ReadableStreamBYOBReader): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.readAtLeast(BLOCK, new Uint8Array(BLOCK));
  } catch (error) {
    if (error instanceof TypeError) throw new Refusal('badJson');
    throw error;
  }
}
