/** A number from 0 up to but not including `below`. */
export type Random = (below: number) => number;

/** The same numbers for the same seed (mulberry32). */
export function random(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** One way to tamper with the stored log of the only workspace. */
export interface Tampering {
  readonly name: string;
  /** Whether it leaves a history that is true as far as it goes, so that only a head noted before tells. */
  readonly needsHead?: true;
  statements(db: D1Database, chance: Random): Promise<readonly string[]>;
}

interface VersionKey {
  id: string;
  revision: number;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

async function pick<Row>(db: D1Database, chance: Random, sql: string): Promise<Row> {
  const { results } = await db.prepare(sql).all<Row>();
  const row = results[chance(results.length)];
  if (row === undefined) throw new Error(`nothing to tamper with: ${sql}`);
  return row;
}

/** The text with one character replaced by another. */
function edited(text: string, chance: Random): string {
  const at = chance(Math.max(text.length, 1));
  return `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
}

const TEXTS = ['register', 'request', 'push', 'principal', 'made_by', 'at', 'as_of', 'hash'] as const;
const COUNTS = ['inserted', 'updated', 'deleted'] as const;
/** Numbers that the column takes and that mark nothing: whoever reads 1 as deleted would have the entry live again. */
const NO_MARKS = [2, -1, 256, 9_007_199_254_740_991] as const;
/** Values of another kind than those written: what the tables' types and checks let pass. */
const KINDS = [
  'at = 5',
  "principal = ''",
  'as_of = 20220630',
  'inserted = -inserted - 1',
  "ids = '{}'",
  "ids = 'null'",
  "reverts = 'null'",
  "reverts = '7'",
] as const;
const NUMBERS = 'SELECT number FROM revision';

const numberOf = async (db: D1Database, chance: Random): Promise<number> => (await pick<{ number: number }>(db, chance, NUMBERS)).number;

async function someVersion(db: D1Database, chance: Random): Promise<VersionKey & { table: string; content: string; memory: string }> {
  const from = (table: string) => `SELECT '${table}' AS "table", id, revision, content, memory FROM ${table}`;
  return pick(db, chance, `${from('entry')} UNION ALL ${from('entry_version')}`);
}

/** A version's row by its key. */
const at = ({ id, revision }: VersionKey): string => `id = ${quoted(id)} AND revision = ${revision}`;

export const tamperings: readonly Tampering[] = [
  {
    name: 'a text of a revision edited',
    async statements(db, chance) {
      const column = TEXTS[chance(TEXTS.length)] ?? 'at';
      const { number, text } = await pick<{ number: number; text: string | null }>(db, chance, `SELECT number, ${column} AS text FROM revision`);
      return [`UPDATE revision SET ${column} = ${quoted(edited(text ?? '', chance))} WHERE number = ${number}`];
    },
  },
  {
    name: 'a count of a revision edited',
    statements: async (db, chance) => {
      const column = COUNTS[chance(COUNTS.length)] ?? 'inserted';
      return [`UPDATE revision SET ${column} = ${column} + ${1 + chance(3)} WHERE number = ${await numberOf(db, chance)}`];
    },
  },
  {
    name: 'what a revision was made by edited',
    statements: async (db, chance) => [
      `UPDATE revision SET kind = CASE kind WHEN 'push' THEN 'delete' ELSE 'push' END WHERE number = ${await numberOf(db, chance)}`,
    ],
  },
  {
    name: 'what a revision put back or wrote edited',
    statements: async (db, chance) => [
      `UPDATE revision SET ${chance(2) === 0 ? "reverts = '[1,2]'" : "ids = json_insert(ids, '$[#]', 'x')"} WHERE number = ${await numberOf(db, chance)}`,
    ],
  },
  {
    name: 'a content edited',
    async statements(db, chance) {
      const version = await someVersion(db, chance);
      return [`UPDATE ${version.table} SET content = ${quoted(edited(version.content, chance))} WHERE ${at(version)}`];
    },
  },
  {
    name: 'what an entry remembers edited',
    async statements(db, chance) {
      const version = await someVersion(db, chance);
      return [`UPDATE ${version.table} SET memory = ${quoted(edited(version.memory, chance))} WHERE ${at(version)}`];
    },
  },
  {
    name: 'a deletion undone or made up',
    async statements(db, chance) {
      const version = await someVersion(db, chance);
      return [`UPDATE ${version.table} SET deleted = 1 - deleted WHERE ${at(version)}`];
    },
  },
  {
    name: 'a deletion marked with a number that is none',
    async statements(db, chance) {
      const version = await someVersion(db, chance);
      return [`UPDATE ${version.table} SET deleted = ${NO_MARKS[chance(NO_MARKS.length)] ?? 2} WHERE ${at(version)}`];
    },
  },
  {
    name: 'a cell of a revision given another kind of value',
    async statements(db, chance) {
      const { number, push } = await pick<{ number: number; push: string | null }>(db, chance, 'SELECT number, push FROM revision');
      const changes = [...KINDS, push === null ? "push = ''" : 'push = NULL'];
      return [`UPDATE revision SET ${changes[chance(changes.length)]} WHERE number = ${number}`];
    },
  },
  {
    name: 'a cell of a version given another kind of value',
    async statements(db, chance) {
      const version = await someVersion(db, chance);
      const changes = ['content = 7', "content = ''", "content = 'null'", 'content = content || char(0)', 'memory = 0', "memory = 'null'", 'register = 1'];
      return [`UPDATE ${version.table} SET ${changes[chance(changes.length)]} WHERE ${at(version)}`];
    },
  },
  {
    name: 'a version given to another register, entry or revision',
    async statements(db, chance) {
      const version = await someVersion(db, chance);
      const changes = ["register = 'reports'", `id = ${quoted(edited(version.id, chance))}`, `revision = revision + ${100 + chance(9)}`];
      return [`UPDATE ${version.table} SET ${changes[chance(changes.length)]} WHERE ${at(version)}`];
    },
  },
  {
    name: 'a version deleted',
    async statements(db, chance) {
      const version = await someVersion(db, chance);
      return [`DELETE FROM ${version.table} WHERE ${at(version)}`];
    },
  },
  { name: 'a revision deleted', statements: async (db, chance) => [`DELETE FROM revision WHERE number = ${await numberOf(db, chance)}`] },
  {
    name: 'a version made up',
    async statements(db, chance) {
      const { id } = await someVersion(db, chance);
      const revision = 1 + chance(99);
      return [
        `INSERT OR REPLACE INTO entry_version SELECT workspace, id, ${revision}, register, 0, '{"title":"made up"}', '{}' FROM entry WHERE id = ${quoted(id)}`,
      ];
    },
  },
  {
    name: 'two revisions in each other’s place',
    async statements(db, chance) {
      const one = await numberOf(db, chance);
      const other = await pick<{ number: number }>(db, chance, `${NUMBERS} WHERE number <> ${one}`);
      return [
        `UPDATE revision SET number = 1000 WHERE number = ${one}`,
        `UPDATE revision SET number = ${one} WHERE number = ${other.number}`,
        `UPDATE revision SET number = ${other.number} WHERE number = 1000`,
      ];
    },
  },
  {
    name: 'the newest version of an entry in the place of an older one',
    async statements(db, chance) {
      const { id, revision } = await pick<VersionKey>(db, chance, 'SELECT id, revision FROM entry_version');
      const columns = 'workspace, id, revision, register, deleted, content, memory';
      return [
        `INSERT INTO entry_version (${columns}) SELECT ${columns} FROM entry WHERE id = ${quoted(id)}`,
        `DELETE FROM entry WHERE id = ${quoted(id)}`,
        `INSERT INTO entry (${columns}) SELECT ${columns} FROM entry_version WHERE ${at({ id, revision })}`,
        `DELETE FROM entry_version WHERE ${at({ id, revision })}`,
      ];
    },
  },
  {
    name: 'the end cut off, nothing left of it',
    needsHead: true,
    async statements(db, chance) {
      const { last } = (await db.prepare('SELECT max(number) AS last FROM revision').first<{ last: number }>()) ?? { last: 1 };
      const kept = chance(last);
      const columns = 'workspace, id, revision, register, deleted, content, memory';
      return [
        `DELETE FROM revision WHERE number > ${kept}`,
        `DELETE FROM entry WHERE revision > ${kept}`,
        `DELETE FROM entry_version WHERE revision > ${kept}`,
        `INSERT INTO entry (${columns}) SELECT ${columns} FROM entry_version v WHERE id NOT IN (SELECT id FROM entry)
         AND revision = (SELECT max(revision) FROM entry_version WHERE id = v.id)`,
        `DELETE FROM entry_version WHERE EXISTS (SELECT 1 FROM entry e WHERE e.id = entry_version.id AND e.revision = entry_version.revision)`,
      ];
    },
  },
];
