/** The address that the committed manifest carries. */
const LOCAL_ORIGIN = 'https://localhost:3000';

/** The configuration with the id of the account's own database in place of the local one's. Throws when there is no database_id to replace. */
export function withDatabaseId(toml: string, id: string): string {
  const line = /^database_id = "[^"]*"$/m;
  if (!line.test(toml)) throw new Error('wrangler.toml names no database_id');
  return toml.replace(line, `database_id = "${id}"`);
}

/** The manifest for an add-in served from `origin` (https, without a path). Throws a RangeError for any other address. */
export function manifestFor(manifest: string, origin: string): string {
  const url = new URL(origin);
  if (url.protocol !== 'https:' || url.pathname !== '/') throw new RangeError(`${origin} is not an https address without a path`);
  return manifest.replaceAll(LOCAL_ORIGIN, url.origin);
}

/** The address at which `wrangler deploy` says the worker now answers; null when it names none. */
export function addressIn(output: string): string | null {
  return /https:\/\/[\w.-]+\.workers\.dev/.exec(output)?.[0] ?? null;
}

/** The id of a database in what `wrangler d1 list --json` prints; null when there is none of that name. */
export function databaseIdIn(listing: string, name: string): string | null {
  const databases = JSON.parse(listing) as readonly { readonly name: string; readonly uuid: string }[];
  return databases.find((database) => database.name === name)?.uuid ?? null;
}
