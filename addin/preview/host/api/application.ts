import { ApiObject } from '../api-object.ts';

/** Excel's Application. The host neither calculates nor draws while a request runs, so suspending changes nothing. */
export class Application extends ApiObject {
  readonly apiClass = 'Application';

  override get scalars(): readonly string[] {
    return ['calculationMode', 'calculationState'];
  }
  get calculationMode(): string {
    return 'Automatic';
  }
  get calculationState(): string {
    return 'Done';
  }
  calculate(): void {
    // Formulas keep their last known values; the grid calculates them.
  }
  suspendApiCalculationUntilNextSync(): void {
    // Nothing calculates during a request.
  }
  suspendScreenUpdatingUntilNextSync(): void {
    // The book's listeners hear of changes when the request is done.
  }
}
