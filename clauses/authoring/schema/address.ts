import * as z from 'zod';

/** The characters of an address (RFC 3986, and letters of any script): no backslash, no white space, no quotes. */
const CHARACTERS = String.raw`[\p{L}\p{M}\p{N}\-._~:\/?#\[\]@!$&'()*+,;=%]`;

/** A host and its port, without user and password. */
const HOST = String.raw`[\p{L}\p{Nd}](?:[\p{L}\p{M}\p{Nd}.\-]*[\p{L}\p{M}\p{Nd}])?(?::\d{1,5})?`;

/** An address of the web. */
export const WEB_ADDRESS = new RegExp(`^https?:\\/\\/${HOST}(?:[\\/?#]${CHARACTERS}*)?$`, 'u');

const MAIL = new RegExp(`^mailto:[\\w.+\\-]+@${HOST}$`, 'u');
const PHONE = /^tel:\+?\d[\d-]*$/;
const FRAGMENT = new RegExp(`^#${CHARACTERS}+$`, 'u');
const LOCAL = new RegExp(`^\\/${CHARACTERS}*$`, 'u');

/** Segments that a reader of the address resolves or drops: empty ones, `.` and `..`, written out or as `%2e`. */
const RESOLVED_SEGMENT = /\/(?=\/)|\/(?:\.|%2e){1,2}(?=\/|$)/i;

/**
 * Whether an address leads where it seems to lead: to a page of the web, a mailbox, a phone, or a page of this site. What
 * browsers read in another way than people is refused: `/\evil.example` is another site, and the path of
 * `/.//evil.example` is `//evil.example`, another site for whoever redirects to it.
 */
export function isSafeAddress(address: string): boolean {
  if ([WEB_ADDRESS, MAIL, PHONE, FRAGMENT].some((form) => form.test(address))) return true;
  return LOCAL.test(address) && !RESOLVED_SEGMENT.test(address.replace(/[?#].*$/u, ''));
}

/** An address of the web, as it goes into links. */
export const addressSchema = z.string().regex(WEB_ADDRESS);
