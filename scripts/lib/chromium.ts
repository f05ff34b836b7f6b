import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserServer } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
/** Headless, without the background traffic of a browser that thinks a person uses it; our servers' certificates are self-signed. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--ignore-certificate-errors',
];

/** The machine's Chromium, Chrome or Edge: `CHROMIUM_PATH`, else the first one found; null when there is none. */
export function chromiumPath(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...(named ? [named] : []), ...onPath, ...ELSEWHERE].find(isExecutable) ?? null;
}

/** Starts the machine's Chromium without a window. Fails, saying what to install, when there is none. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: requiredChromium(), args: FLAGS });
}

/** Starts the machine's Chromium without a window, for programs that connect to it. Fails, saying what to install, when there is none. */
export async function serveChromium(): Promise<BrowserServer> {
  return chromium.launchServer({ executablePath: requiredChromium(), args: FLAGS, host: '127.0.0.1' });
}

function requiredChromium(): string {
  const path = chromiumPath();
  if (!path) throw new Error('no Chromium found: install it (Debian: apt-get install chromium fonts-noto-cjk) or name one with CHROMIUM_PATH');
  return path;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
