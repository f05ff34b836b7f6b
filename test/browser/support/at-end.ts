import { afterAll } from 'vitest';

const steps: (() => Promise<unknown>)[] = [];

/** Has something done after the last test of the file, what was asked for last first. All of it is done, also when some of it fails. */
export function atEnd(step: () => Promise<unknown>): void {
  steps.push(step);
}

afterAll(async () => {
  const faults: unknown[] = [];
  for (const step of steps.splice(0).toReversed()) await step().catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw faults.length === 1 ? faults[0] : new AggregateError(faults, faults.map(String).join('\n'));
});
