import type { KeptPlace } from '../../shared/report/order-place.ts';

/** What supervision orders need kept: the places of units in their numbers. */
export interface OrderStore {
  /** All places of a workspace, lowest first. */
  orderPlaces(workspace: string): Promise<readonly KeptPlace[]>;
  /** Keeps places that follow on `last`, the highest read, lowest first and as many as go at once; none when others were kept meanwhile. */
  addOrderPlaces(workspace: string, last: number, places: readonly KeptPlace[]): Promise<void>;
  /** Notes what the unit of a place is called now, and its row. */
  renewOrderPlace(workspace: string, place: KeptPlace): Promise<void>;
}
