/** `npm run bench`: every benchmark, each against its floor in the same run; prints ratios and writes bench/latest.json. */
import { mkdir, writeFile } from 'node:fs/promises';
import { inProject } from './lib/project.ts';
import { benchmarkPush } from '../test/bench/push.ts';
import { benchmarkScores } from '../test/bench/scores.ts';

const results = { push: await benchmarkPush(), scores: await benchmarkScores() };
await mkdir(inProject('bench'), { recursive: true });
await writeFile(inProject('bench/latest.json'), `${JSON.stringify(results, null, 2)}\n`);
