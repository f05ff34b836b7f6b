/** Says what is wrong with manifest.xml, and fails if anything is. */
import { readFile } from 'node:fs/promises';
import { manifestFaults } from './lib/manifest.ts';

const xml = await readFile(new URL('../manifest.xml', import.meta.url), 'utf8');
const faults = await manifestFaults(xml, new URL('../addin/public/icons/', import.meta.url));
for (const fault of faults) console.error(`manifest.xml: ${fault}`);
process.exitCode = faults.length > 0 ? 1 : 0;
