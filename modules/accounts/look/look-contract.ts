import { isReadableColour } from '@common-measure/instrument';
import { z } from 'zod';
import { bilingualSchema } from '../contract.ts';

const logoImageSchema = z.object({
  /** The address of the picture; another picture has another address. */
  src: z.string(),
  sha256: z.string(),
  width: z.int(),
  height: z.int(),
  isDrawing: z.boolean(),
  bytes: z.int(),
});

/** The colour and the logo in which people meet an organization where they answer; each null where none is chosen. */
export const lookSchema = z.object({
  colour: z.string().nullable(),
  logo: z.object({ saysName: z.boolean(), alt: bilingualSchema, en: logoImageSchema, fr: logoImageSchema }).nullable(),
});
export type Look = z.infer<typeof lookSchema>;

/** A picture that the organization has, by its checksum, or a new one as it is in its file. */
const givenLogoSchema = z.union([
  z.object({ kept: z.string().max(64) }),
  z.object({ content: z.base64().max(4_000_000) }),
]);

/** The whole look as it shall be: what is left out of it is removed. One logo for both languages is given twice. */
export const newLookSchema = z.object({
  /** White words must be readable on it, and words in it on white. */
  colour: z.string().refine(isReadableColour, 'contrast with white under 4.5').nullable(),
  logo: z.object({ saysName: z.boolean(), alt: bilingualSchema, en: givenLogoSchema, fr: givenLogoSchema }).nullable(),
});
export type NewLook = z.infer<typeof newLookSchema>;
export type GivenLogo = z.infer<typeof givenLogoSchema>;

export const lookApi = '/api/organization/look';
/** Where a logo is served, by the checksum of its file. */
export const logoAddress = '/s/logo/:sha256';
