import type { DrawState } from '../../shared/contract/draws.ts';
import type { DrawItem, DrawTerms } from '../../shared/draw/types.ts';
import { chunksOf } from './chunks.ts';
import type { DrawStore, StoredDraw, StoredParty } from './draw-port.ts';

const LAST = 'SELECT coalesce(max(sequence), 0) AS last FROM draw WHERE workspace = ?1 AND year = ?2';
const NEW = `
  INSERT INTO draw (workspace, id, year, sequence, state, terms, list_hash, terms_hash)
  VALUES (?1, ?2, ?3, ?4, 'committing', ?5, ?6, ?7)`;
const NEW_ITEMS = `
  INSERT INTO draw_item (workspace, draw, id, content)
  SELECT ?1, ?2, value ->> 0, value -> 1 FROM json_each(?3)`;
const NEW_PARTIES = 'INSERT INTO draw_party (workspace, draw, name) SELECT ?1, ?2, value FROM json_each(?3)';

const DRAW = 'SELECT * FROM draw WHERE workspace = ?1 AND id = ?2';
const ITEMS = 'SELECT id, content FROM draw_item WHERE workspace = ?1 AND draw = ?2 ORDER BY id';
const PARTIES = 'SELECT * FROM draw_party WHERE workspace = ?1 AND draw = ?2';
const ALL = 'SELECT id, state, terms FROM draw WHERE workspace = ?1 ORDER BY year DESC, sequence DESC';

/** Whether the draw of a step (?1, ?2) is in a state. */
const isIn = (state: DrawState): string => `EXISTS (SELECT 1 FROM draw WHERE workspace = ?1 AND id = ?2 AND state = '${state}')`;

/** Takes the draw to its next state when no party lacks a field any more. */
const advance = (from: DrawState, to: DrawState, field: 'commitment' | 'secret'): string => `
  UPDATE draw SET state = '${to}' WHERE workspace = ?1 AND id = ?2 AND state = '${from}'
  AND NOT EXISTS (SELECT 1 FROM draw_party WHERE workspace = ?1 AND draw = ?2 AND ${field} IS NULL)`;

const COMMIT = `
  UPDATE draw_party SET commitment = ?4, committed_at = ?5
  WHERE workspace = ?1 AND draw = ?2 AND name = ?3 AND commitment IS NULL AND ${isIn('committing')}
  AND NOT EXISTS (SELECT 1 FROM draw_party WHERE workspace = ?1 AND draw = ?2 AND commitment = ?4)`;
const REVEAL = `
  UPDATE draw_party SET secret = ?4, revealed_at = ?5
  WHERE workspace = ?1 AND draw = ?2 AND name = ?3 AND secret IS NULL AND ${isIn('revealing')}`;
const ABANDON = `
  UPDATE draw SET state = 'abandoned', abandoned_at = ?3, abandoned_by = ?4, abandoned_reason = ?5
  WHERE workspace = ?1 AND id = ?2 AND state IN ('committing', 'revealing')`;

interface DrawRow {
  id: string;
  state: DrawState;
  terms: string;
  list_hash: string;
  terms_hash: string;
  abandoned_at: string | null;
  abandoned_by: string | null;
  abandoned_reason: string | null;
}

interface ItemRow {
  id: string;
  content: string;
}

interface PartyRow {
  name: string;
  commitment: string | null;
  committed_at: string | null;
  secret: string | null;
  revealed_at: string | null;
}

function partyOf({ name, commitment, committed_at: committedAt, secret, revealed_at: revealedAt }: PartyRow): StoredParty {
  return { name, commitment, committedAt, secret, revealedAt };
}

/** A draw of its rows; the parties stand in the order in which they were named. */
function drawOf(row: DrawRow, items: readonly ItemRow[], parties: readonly PartyRow[]): StoredDraw {
  const terms = JSON.parse(row.terms) as DrawTerms;
  const { abandoned_at: at, abandoned_by: by, abandoned_reason: reason } = row;
  return {
    id: row.id,
    state: row.state,
    terms,
    list: items.map(({ id, content }): DrawItem => ({ id, ...(JSON.parse(content) as Omit<DrawItem, 'id'>) })),
    listHash: row.list_hash,
    termsHash: row.terms_hash,
    parties: terms.parties.flatMap((name) => {
      const party = parties.find((candidate) => candidate.name === name);
      return party === undefined ? [] : [partyOf(party)];
    }),
    abandoned: at === null || by === null || reason === null ? null : { at, by, reason },
  };
}

/** The part of the store over a D1 database that keeps random draws. */
export function drawStore(db: D1Database): DrawStore {
  /** Runs a step and, in the same transaction, what follows from it; answers whether the step changed anything. */
  async function take(step: D1PreparedStatement, ...then: readonly D1PreparedStatement[]): Promise<boolean> {
    const [taken] = await db.batch([step, ...then]);
    return (taken?.meta.changes ?? 0) > 0;
  }

  return {
    async lastDraw(workspace, year) {
      return (await db.prepare(LAST).bind(workspace, year).first<{ last: number }>())?.last ?? 0;
    },

    async createDraw({ workspace, id, year, sequence, terms, list, listHash, termsHash }) {
      const items = list.map(({ id: item, ...content }) => JSON.stringify([item, content]));
      try {
        await db.batch([
          db.prepare(NEW).bind(workspace, id, year, sequence, JSON.stringify(terms), listHash, termsHash),
          db.prepare(NEW_PARTIES).bind(workspace, id, JSON.stringify(terms.parties)),
          ...chunksOf(items).map((members) => db.prepare(NEW_ITEMS).bind(workspace, id, `[${members}]`)),
        ]);
        return 'accepted';
      } catch (error) {
        if (error instanceof Error && error.message.includes('UNIQUE constraint failed: draw.')) return 'overtaken';
        throw error;
      }
    },

    async findDraw(workspace, id) {
      const [draws, items, parties] = await db.batch([DRAW, ITEMS, PARTIES].map((sql) => db.prepare(sql).bind(workspace, id)));
      const row = draws?.results[0] as DrawRow | undefined;
      return row === undefined ? null : drawOf(row, (items?.results ?? []) as ItemRow[], (parties?.results ?? []) as PartyRow[]);
    },

    async listDraws(workspace) {
      const { results } = await db.prepare(ALL).bind(workspace).all<Pick<DrawRow, 'id' | 'state' | 'terms'>>();
      return results.map(({ id, state, terms }) => ({ id, state, terms: JSON.parse(terms) as DrawTerms }));
    },

    commitToDraw: ({ workspace, draw, party, commitment, at }) =>
      take(db.prepare(COMMIT).bind(workspace, draw, party, commitment, at), db.prepare(advance('committing', 'revealing', 'commitment')).bind(workspace, draw)),

    revealInDraw: ({ workspace, draw, party, secret, at }) =>
      take(db.prepare(REVEAL).bind(workspace, draw, party, secret, at), db.prepare(advance('revealing', 'done', 'secret')).bind(workspace, draw)),

    abandonDraw: ({ workspace, draw, at, by, reason }) => take(db.prepare(ABANDON).bind(workspace, draw, at, by, reason)),
  };
}
