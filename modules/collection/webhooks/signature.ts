import { createHmac, timingSafeEqual } from 'node:crypto';

/** How old a signature may be, in seconds, before its receiver should refuse it as replayed. */
const toleranceSeconds = 300;

/** A secret as it is shown once and typed into the receiving system. */
export function printedSecret(secret: Buffer): string {
  return `cmwh_${secret.toString('base64url')}`;
}

/**
 * The header `Common-Measure-Signature`: "t=<seconds since 1970>,v1=<hex>", with one v1 for each secret that signs. Each is the
 * HMAC-SHA256, under the 32 bytes of the secret, of the timestamp, a full stop and the body, byte for byte.
 */
export function signatureOf(secrets: readonly Buffer[], seconds: number, body: string): string {
  return [`t=${seconds}`, ...secrets.map((secret) => `v1=${hmac(secret, seconds, body)}`)].join(',');
}

/** Whether a receiver with this printed secret should take the body: as docs/guides/webhooks.md says. `now` in seconds since 1970. */
export function isSigned(header: string, printed: string, body: string, now: number): boolean {
  const parts = header.split(',').map((part) => part.split('=', 2));
  const seconds = Number(parts.find(([name]) => name === 't')?.[1]);
  if (!Number.isInteger(seconds) || Math.abs(now - seconds) > toleranceSeconds) return false;
  const secret = Buffer.from(printed.replace(/^cmwh_/, ''), 'base64url');
  const wanted = Buffer.from(hmac(secret, seconds, body));
  return parts.some(([name, value = '']) => {
    const given = Buffer.from(value);
    return name === 'v1' && given.length === wanted.length && timingSafeEqual(given, wanted);
  });
}

function hmac(secret: Buffer, seconds: number, body: string): string {
  return createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
}
