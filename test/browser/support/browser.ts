import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { atEnd } from './at-end.ts';

let connected: Promise<Browser> | null = null;

/** The Chromium of this worker. What a test file opens in it goes with the file. */
export function theBrowser(): Promise<Browser> {
  connected ??= connect();
  return connected;
}

async function connect(): Promise<Browser> {
  const address = inject('chromiums')[Number(process.env['VITEST_POOL_ID']) - 1];
  if (address === undefined) throw new Error(`no Chromium for worker ${process.env['VITEST_POOL_ID']}`);
  const browser = await chromium.connect(address);
  atEnd(() => browser.close()); // ends the connection; Chromium itself goes on for the next file
  return browser;
}
