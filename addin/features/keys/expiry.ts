/** How long a new key may be used, by the months it lasts; null: for good. */
export const lifetimes = { year: 12, quarter: 3, month: 1, never: null } as const;
export type Lifetime = keyof typeof lifetimes;

/** When a key made now expires, ISO 8601 UTC; undefined: never. A month that is too short ends it on its last day. */
export function expiryOf(lifetime: Lifetime, now: Date): string | undefined {
  const months = lifetimes[lifetime];
  if (months === null) return undefined;
  const end = new Date(now);
  end.setMonth(end.getMonth() + months);
  if (end.getDate() !== now.getDate()) end.setDate(0);
  return end.toISOString();
}
