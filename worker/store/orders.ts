import type { KeptPlace } from '../../shared/report/order-place.ts';
import { chunksOf } from './chunks.ts';
import type { OrderStore } from './order-port.ts';

const PLACES = 'SELECT place, unit, unit_row AS "row" FROM order_place WHERE workspace = ?1 ORDER BY place';
const ADD = `
  INSERT INTO order_place (workspace, place, unit, unit_row)
  SELECT ?1, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?3)
  WHERE ?2 = (SELECT coalesce(max(place), 0) FROM order_place WHERE workspace = ?1)`;
const RENEW = 'UPDATE order_place SET unit = ?3, unit_row = ?4 WHERE workspace = ?1 AND place = ?2';

/** Places of units in the numbers of orders over a D1 database. */
export function orderStore(db: D1Database): OrderStore {
  return {
    async orderPlaces(workspace) {
      return (await db.prepare(PLACES).bind(workspace).all<KeptPlace>()).results;
    },

    async addOrderPlaces(workspace, last, places) {
      const [first] = chunksOf(places.map(({ place, unit, row }) => JSON.stringify([place, unit, row])));
      if (first !== undefined) await db.prepare(ADD).bind(workspace, last, `[${first}]`).run();
    },

    async renewOrderPlace(workspace, { place, unit, row }) {
      await db.prepare(RENEW).bind(workspace, place, unit, row).run();
    },
  };
}
