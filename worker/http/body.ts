import { MAX_BYTES, MAX_ROWS } from '../../shared/contract/push.ts';
import { Refusal } from '../refusal.ts';
import { JsonFault, parseStrictJson } from './strict-json.ts';

/** Bytes read at a time: as many, or what the body says it has, so that small ones do not fill the memory. */
const BLOCK = 256 * 1024;

/**
 * The JSON of a request's body. Refuses with mediaType, tooLarge (inflated bytes are counted as they come, whatever the
 * headers say) or badJson.
 */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(streamOf(request), blockOf(request));
  return parse(textOf(bytes));
}

/** The text of UTF-8 bytes; a mark of the byte order stays, and is no JSON. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw badJson('UTF-8');
    throw error;
  }
}

function parse(text: string): unknown {
  try {
    return parseStrictJson(text);
  } catch (error) {
    if (error instanceof JsonFault) throw badJson(error.expected, error.position, error.pointer);
    throw error;
  }
}

/** The refusal of a body that is no JSON as it should be: `position` in characters, `pointer` of the value at fault. */
function badJson(expected: string, position = 0, pointer = ''): Refusal {
  return new Refusal('badJson', { position, pointer, expected }, [{ in: 'body', pointer, expected }]);
}

function streamOf(request: Request): ReadableStream<Uint8Array> {
  const type = request.headers.get('Content-Type') ?? '';
  if (type.split(';')[0]?.trim().toLowerCase() !== 'application/json') throw new Refusal('mediaType', { received: type || '–' });
  if (request.body === null) throw badJson('a JSON value');
  const encoding = (request.headers.get('Content-Encoding') ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity') return request.body;
  if (encoding === 'gzip') return request.body.pipeThrough(new DecompressionStream('gzip'));
  throw new Refusal('mediaType', { received: encoding });
}

/** A hint alone: whatever it says, the bytes are counted as they come. What is compressed says nothing of its size. */
function blockOf(request: Request): number {
  const told = Number(request.headers.get('Content-Length') ?? BLOCK);
  const isPlain = !request.headers.has('Content-Encoding');
  return isPlain && told >= 0 && told < BLOCK ? Math.floor(told) + 1 : BLOCK;
}

async function readBytes(stream: ReadableStream<Uint8Array>, block: number): Promise<Uint8Array> {
  const blocks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader({ mode: 'byob' });
  for (;;) {
    const { done, value } = await nextBlock(reader, block);
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
  for (const piece of blocks) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes;
}

/** A whole block, less only at the end: unasked, a stream comes in hundreds of bits of 4 KB. One that breaks off or does not inflate is no JSON. */
async function nextBlock(reader: ReadableStreamBYOBReader, block: number): Promise<ReadableStreamReadResult<Uint8Array>> {
  try {
    return await reader.readAtLeast(block, new Uint8Array(block));
  } catch (error) {
    if (error instanceof TypeError) throw badJson('a body that comes and inflates whole');
    throw error;
  }
}
