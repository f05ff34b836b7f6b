/** What `npm start` tells the preview. */
export interface PreviewConfig {
  /** The access key of the local database, filled in for the person at the pane's first step. */
  readonly key: string | null;
}

/** Reads what `npm start` wrote beside the page; without it the pane asks for a key as it does in Excel. */
export async function readConfig(): Promise<PreviewConfig> {
  const response = await fetch('/preview/config.json', { cache: 'no-store' });
  if (!response.ok) return { key: null };
  const config: unknown = await response.json();
  const key = typeof config === 'object' && config !== null && 'key' in config ? config.key : null;
  return { key: typeof key === 'string' ? key : null };
}
