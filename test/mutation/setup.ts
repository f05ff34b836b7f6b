import { timingSafeEqual } from 'node:crypto';
import { configureGlobal } from 'fast-check';

/** Node has workerd's comparison under another name. */
Object.assign(crypto.subtle, { timingSafeEqual });

/** The same random examples for every mutant, so that two runs of the same code count the same, and fewer of them; the first that fails is enough, no smaller one is looked for. */
configureGlobal({ seed: 20_261_126, numRuns: 10, endOnFailure: true });
