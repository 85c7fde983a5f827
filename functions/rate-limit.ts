/** The binding of the platform that counts requests by key (`ratelimits` in wrangler.toml). */
export interface RateLimiter {
  readonly limit: (asked: { readonly key: string }) => Promise<{ readonly success: boolean }>;
}

/**
 * Whether a request is within the limit of its sender. The key is the address that the platform reports; it is counted
 * and not stored. Without a binding or an address, and on the machine that serves itself, nothing is limited.
 */
export function admitsBy(
  limiter: RateLimiter | undefined,
): ((request: Request) => Promise<boolean>) | undefined {
  if (limiter === undefined) return undefined;
  return async (request) => {
    const address = request.headers.get('CF-Connecting-IP');
    if (address === null || isOwn(address)) return true;
    const { success } = await limiter.limit({ key: senderOf(address) });
    return success;
  };
}

/** Whether an address is that of the serving machine, which no platform reports. */
function isOwn(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address.startsWith('::ffff:127.');
}

/** An IPv4 address, or the first 64 bits of an IPv6 address: one subscriber has all the addresses behind them. */
export function senderOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const parts = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const rest = tail === '' ? [] : tail.split(':');
    while (parts.length + rest.length < 8) parts.push('0');
    parts.push(...rest);
  }
  return `${parts
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
