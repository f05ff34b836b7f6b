import { expect, test } from 'vitest';
import { createFilesRun } from '../../../../addin/features/import/files-run.ts';
import type { FilesAct } from '../../../../addin/features/import/files-run.ts';
import type { FileOutcome, FileState } from '../../../../addin/features/import/outcome.ts';

const outcomeOf = (name: string, state: FileState = 'taken'): FileOutcome => ({ name, state, made: null, sheets: [], others: [], fault: null });

/** A batch that stays under way until it is ended. */
function held(): { readonly act: (how: FilesAct) => Promise<void>; readonly how: () => FilesAct; readonly end: (fault?: Error) => Promise<void> } {
  let given: FilesAct | null = null;
  let settle = (fault?: Error): void => void fault;
  return {
    act: (how) => {
      given = how;
      return new Promise((resolve, reject) => (settle = (fault) => (fault ? reject(fault) : resolve())));
    },
    how: () => {
      if (given === null) throw new Error('not begun');
      return given;
    },
    end: async (fault) => {
      settle(fault);
      await new Promise((later) => void setTimeout(later));
    },
  };
}

test('a second batch is refused while one is under way, and may begin after it', async () => {
  const run = createFilesRun();
  const [first, second] = [held(), held()];
  expect(run.begin(['甲.xlsx', '乙.xlsx'], {}, first.act)).toBe(true);
  first.how().onFile(outcomeOf('甲.xlsx'));
  expect(run.begin(['丙.xlsx'], {}, second.act)).toBe(false);
  expect(run.state()).toMatchObject({ progress: { name: '甲.xlsx', files: 2 }, outcomes: [{ name: '甲.xlsx' }] });
  await first.end();
  expect(run.state()).toMatchObject({ progress: null, outcomes: [{ name: '甲.xlsx' }] });
  expect(run.begin(['丙.xlsx'], { isPreview: true }, second.act)).toBe(true);
  expect(run.state()).toMatchObject({ isPreview: true, outcomes: [] });
});

test('who comes back sees how far it is, and can still cancel it', async () => {
  const run = createFilesRun();
  const batch = held();
  const leave = run.subscribe(() => undefined);
  run.begin(['甲.xlsx'], {}, batch.act);
  leave();
  batch.how().onProgress({ file: 0, files: 1, name: '甲.xlsx', done: 40, total: 120 });
  let changes = 0;
  run.subscribe(() => (changes += 1));
  expect(run.state().progress).toMatchObject({ done: 40, total: 120 });
  run.cancel();
  expect(batch.how().signal.aborted).toBe(true);
  batch.how().onFile(outcomeOf('甲.xlsx', 'cancelled'));
  await batch.end();
  expect(run.state()).toMatchObject({ progress: null, fault: null, outcomes: [{ state: 'cancelled' }] });
  expect(changes).toBe(2);
});

test('a batch that could not be begun says why, and the next forgets it', async () => {
  const run = createFilesRun();
  const [lost, next] = [held(), held()];
  run.begin(['甲.xlsx'], { isPreview: true }, lost.act);
  const fault = new TypeError('Failed to fetch dynamically imported module');
  await lost.end(fault);
  expect(run.state()).toEqual({ outcomes: [], isPreview: false, progress: null, fault });
  run.begin(['甲.xlsx'], {}, next.act);
  expect(run.state().fault).toBeNull();
});

test('a file pushed again takes the place of its outcome; the others stay', async () => {
  const run = createFilesRun();
  const [first, again] = [held(), held()];
  run.begin(['甲.xlsx', '乙.xlsx'], {}, first.act);
  first.how().onFile(outcomeOf('甲.xlsx', 'partly'));
  first.how().onFile(outcomeOf('乙.xlsx', 'failed'));
  await first.end();
  run.begin(['甲.xlsx'], { isAgain: true }, again.act);
  again.how().onFile(outcomeOf('甲.xlsx'));
  await again.end();
  expect(run.state().outcomes.map(({ name, state }) => [name, state])).toEqual([
    ['甲.xlsx', 'taken'],
    ['乙.xlsx', 'failed'],
  ]);
});
