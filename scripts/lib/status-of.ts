import { get as httpGet } from 'node:http';
import { get as httpsGet } from 'node:https';

/** The status an address answers with; null when nobody answers. The certificate is our own, so it is not checked. */
export function statusOf(address: string): Promise<number | null> {
  return new Promise((resolve) => {
    const answered = (response: { statusCode?: number | undefined; resume(): unknown }): void => {
      response.resume();
      resolve(response.statusCode ?? null);
    };
    const request = address.startsWith('https:') ? httpsGet(address, { rejectUnauthorized: false }, answered) : httpGet(address, answered);
    request.once('error', () => resolve(null));
    request.setTimeout(2_000, () => request.destroy());
  });
}
