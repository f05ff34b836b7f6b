/** The length of the windows in wrangler.toml: after it, whoever was refused may ask again. */
export const RATE_WINDOW_SECONDS = 60;
/** Addresses remembered as blocked; more than these are an attack from everywhere, which the rate of each still holds. */
const MAX_BLOCKED = 10_000;

/** How often something may happen. Each call but `isBlocked` counts one more, and tells whether it is still within its rate. */
export interface Rates {
  /** A request of a credential, by its id. */
  readonly credential: (id: string) => Promise<boolean>;
  /** A request from an address. */
  readonly address: (address: string) => Promise<boolean>;
  /** A wrong key from an address. */
  readonly wrongKey: (address: string) => Promise<boolean>;
  /** Whether an address has just sent too many wrong keys. */
  readonly isBlocked: (address: string) => boolean;
}

/** Rates over Cloudflare's rate-limit bindings, which count per location; blocked addresses are remembered by this isolate. */
export function ratesOf(limits: Readonly<Record<'credential' | 'address' | 'wrongKey', RateLimit | undefined>>, now: () => number = Date.now): Rates {
  const blockedUntil = new Map<string, number>();
  const within = (limit: RateLimit | undefined) => async (key: string) => limit === undefined || (await limit.limit({ key })).success;
  const isKeyWithin = within(limits.wrongKey);
  return {
    credential: within(limits.credential),
    address: within(limits.address),
    async wrongKey(address) {
      const isWithin = await isKeyWithin(address);
      if (!isWithin) {
        if (blockedUntil.size >= MAX_BLOCKED) blockedUntil.clear();
        blockedUntil.set(address, now() + RATE_WINDOW_SECONDS * 1_000);
      }
      return isWithin;
    },
    isBlocked: (address) => (blockedUntil.get(address) ?? 0) > now(),
  };
}
