import { MAX_PAGE } from '../../../shared/contract/entries.ts';
import { registers } from '../../../shared/registers/index.ts';
import type { PreviewPage } from './preview-page.ts';

/**
 * As of which revision the machine of a page knows the entries of each register, asked for in the background; -1: it does not. Where all are known it can be
 * offline from then on.
 */
export async function revisionsKept({ pane }: PreviewPage): Promise<readonly number[]> {
  const names = registers.map(({ id }) => `/v1/registers/${id}/entries?limit=${MAX_PAGE}`);
  return pane.locator('body').evaluate(async (_, wanted) => {
    const done = <Result>(request: IDBRequest<Result>) => new Promise<Result>((resolve) => request.addEventListener('success', () => resolve(request.result)));
    const store = (await done(indexedDB.open('taizhang'))).transaction('kept').objectStore('kept');
    const keys = (await done(store.getAllKeys())).map(String);
    const found = await Promise.all(wanted.map((name) => done(store.get(keys.find((key) => key.endsWith(` ${name}`)) ?? ''))));
    return found.map((heard: { answer: { revision: number } } | undefined) => heard?.answer.revision ?? -1);
  }, names);
}
