import type { Cell } from '../cell.ts';

const ANSWERS_KEPT = 4_096;
/** Longer texts are stories, hardly ever the same twice. */
const LONGEST_KEPT = 100;

/**
 * The same function, with its answers kept: the cells of a column hold few distinct texts. Long texts are not kept, and all is
 * forgotten when much is, so that no workbook makes it grow without end. `read` must be pure.
 */
export function remember<Key extends Cell, Answer>(read: (key: Key) => Answer): (key: Key) => Answer {
  const answers = new Map<Key, Answer>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = read(key);
    if (typeof key === 'string' && key.length > LONGEST_KEPT) return answer;
    if (answers.size >= ANSWERS_KEPT) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}
