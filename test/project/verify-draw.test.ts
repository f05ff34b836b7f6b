import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../scripts/lib/project.ts';
import type { Slip } from '../../shared/draw/types.ts';
import { goodSlip } from '../shared/draw/support.ts';
import { runScript } from './support/run-script.ts';

let folder: string;
let slip: Slip;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-draw-'));
  slip = await goodSlip();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the script on a file with this text. */
async function verify(text: string, ...args: string[]): Promise<{ code: number; out: string }> {
  const path = join(folder, 'slip.json');
  await writeFile(path, text);
  return run(path, ...args);
}

async function run(...args: string[]): Promise<{ code: number; out: string }> {
  const { code, stdout, stderr } = await runScript('verify-draw', args);
  return { code, out: stdout + stderr };
}

describe('npm run verify-draw', () => {
  test('repeats a draw step by step and names who won', async () => {
    const { code, out } = await verify(JSON.stringify(slip));
    expect(code).toBe(0);
    expect(out).toContain('OK  第 2022-03 号抽查成立：名单 5 项，参与方 2 个，抽中 3 项。');
    expect(out.match(/^✓/gm)).toHaveLength(8);
    for (const { id } of slip.winners) expect(out).toContain(id);
    expect((await verify(`\uFEFF${JSON.stringify(slip)}`, '--lang', 'en')).out).toContain('OK  Draw 2022-03 stands');
  });

  test.each<[string, (good: Slip) => Slip, string]>([
    ['a list with an entry less', (good) => ({ ...good, list: good.list.slice(1) }), 'listChanged'],
    ['another winner', (good) => ({ ...good, winners: good.winners.toReversed().slice(1) }), 'winnerMissing'],
    ['a false reveal', (good) => ({ ...good, parties: good.parties.map((party) => ({ ...party, secret: `${party.secret}?` })) }), 'commitmentFalse'],
    ['a late reveal', (good) => ({ ...good, revealBy: '2022-07-01T03:30:00.000Z' }), 'revealLate'],
    [
      'a time that was changed',
      (good) => ({ ...good, parties: good.parties.map((party) => ({ ...party, committedAt: '2022-07-01T02:30:00.000Z' })) }),
      'slipChanged',
    ],
  ])('exits with 1 and the name of the fault for %s', async (_, change, fault) => {
    const { code, out } = await verify(JSON.stringify(change(slip)));
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`^ {4}${fault} `, 'm'));
    expect(out).not.toContain('OK');
  });

  test('compares the digest that was noted down when the list was frozen', async () => {
    expect(await verify(JSON.stringify(slip), '--noted', slip.termsHash.toUpperCase())).toMatchObject({ code: 0 });
    const { code, out } = await verify(JSON.stringify(slip), '--noted', slip.seed);
    expect([code, out]).toEqual([1, expect.stringMatching(/^ {4}notedDiffers /m)]);
  });

  test('says what is wrong with a file that is no slip', async () => {
    const { seed: _, ...without } = slip;
    expect(await verify(JSON.stringify(without))).toEqual({ code: 1, out: expect.stringContaining('✗ notASlip  /seed') });
    expect(await verify('{"version": 1,')).toMatchObject({ code: 2 });
    expect(await run(join(folder, 'nothing.json'))).toMatchObject({ code: 2 });
    expect(await run()).toEqual({ code: 2, out: expect.stringContaining('usage') });
  });

  test('is offline, and knows nothing of the worker', async () => {
    const source = await readFile(inProject('scripts/verify-draw.ts'), 'utf8');
    expect(source).not.toMatch(/worker\/|fetch|https?:/);
  });
});
