import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** A secret to hand out once: 256 random bits, safe in an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** How a random secret is kept: only its SHA-256, so that the database alone opens nothing. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** A password as it is kept: Argon2id with 19 MiB, two passes (OWASP's first choice). */
export function hashOfPassword(password: string): Promise<string> {
  return hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

let decoy: Promise<string> | undefined;

/** Checks a password; takes as long where there is no account, so that the time tells nobody which addresses exist. */
export async function passwordFits(kept: string | null, given: string): Promise<boolean> {
  decoy ??= hashOfPassword(newSecret());
  const fits = await verify(kept ?? (await decoy), given);
  return kept !== null && fits;
}
