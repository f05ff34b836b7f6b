import type { InputFault, ProblemCode, WorkspaceChoice } from '../shared/contract/problems.ts';
import type { Message } from '../shared/message.ts';

/** Why a request is refused: one of a closed set of codes. `http/problem.ts` turns it into an answer. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly params: Message['params'];
  readonly faults: readonly InputFault[];
  /** What the person may choose from, where that is why. */
  readonly workspaces: readonly WorkspaceChoice[];

  constructor(code: ProblemCode, params: Message['params'] = {}, faults: readonly InputFault[] = [], workspaces: readonly WorkspaceChoice[] = []) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'Refusal';
    this.code = code;
    this.params = params;
    this.faults = faults;
    this.workspaces = workspaces;
  }
}

/** The refusal of input that is not as expected. `faults` are in the order found, the first is the one told in words. */
export function invalid(faults: readonly [InputFault, ...InputFault[]]): Refusal {
  const [{ pointer, expected }] = faults;
  return new Refusal('invalid', { pointer, expected }, faults);
}
