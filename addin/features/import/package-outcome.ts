import type { PackageContent } from '../../../shared/contract/package.ts';
import type { PushAnswer } from '../../../shared/contract/push.ts';
import { countsOf } from '../push/counts.ts';
import type { LeftRow, SheetOutcome } from './outcome.ts';

/** What became of a package's rows. They stand in no sheet here: a row is named by what it says. */
export function packageOutcome({ pushes, sheet, register }: PackageContent, answers: readonly PushAnswer[]): SheetOutcome {
  const counts = countsOf(answers);
  const left = answers.flatMap((answer, at): readonly LeftRow[] => {
    const { columns = [], rows = [] } = pushes[at] ?? {};
    const nameOf = (row: number): string => {
      const cell = (field: string) => rows[row]?.[columns.indexOf(field)];
      return [cell('unit'), cell('title') ?? cell('name') ?? cell('date')].filter((part) => part !== null && part !== undefined).join(' ');
    };
    const theirs = new Map(answer.conflicts.map(({ id, by, at: time }) => [id, { by, at: time }]));
    return answer.rows.outcome.flatMap((outcome, row): readonly LeftRow[] => {
      if (outcome === 'conflict')
        return [{ kind: 'conflict', address: nameOf(row), header: null, message: '', theirs: theirs.get(answer.rows.id[row] ?? '') ?? null }];
      if (outcome !== 'rejected') return [];
      return (answer.rows.problems[row] ?? []).map(({ message }) => ({ kind: 'rejected', address: nameOf(row), header: null, message, theirs: null }));
    });
  });
  const newUnits = [...new Set(answers.flatMap((answer) => answer.newUnits))];
  return { sheet, register, counts, revision: answers.at(-1)?.revision ?? null, left, newUnits, fault: null };
}
