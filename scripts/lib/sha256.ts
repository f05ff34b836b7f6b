import { createHash } from 'node:crypto';
import type { Digest } from '../../shared/text/digest.ts';

/** SHA-256 by Node. */
export const sha256: Digest = (text) => Promise.resolve(createHash('sha256').update(text, 'utf8').digest('hex'));
