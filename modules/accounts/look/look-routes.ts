import { createHash } from 'node:crypto';
import type { UiLanguage } from '@common-measure/kernel';
import { defineRoute, httpProblems, RawReply } from '@common-measure/platform/http';
import { z } from 'zod';
import type { LogoFault } from './logo-facts.ts';
import { mostLogoBytes, mostLogoPixels, readLogo } from './logo-image.ts';
import { type GivenLogo, logoAddress, lookApi, lookSchema, newLookSchema } from './look-contract.ts';
import { findPublicLogo, readLogos, readLook, type StoredLogo, saveLook } from './look-store.ts';
import { lookProblems } from './problems.ts';

const look = defineRoute({
  method: 'GET',
  path: lookApi,
  summary: 'The colour and the logo of the organization, as people see them where they answer',
  access: 'viewer',
  event: null,
  reply: lookSchema,
  handle: ({ actor, tx }) => readLook(tx, actor.organizationId),
});

const changeLook = defineRoute({
  method: 'PUT',
  path: lookApi,
  summary:
    'Set the colour and the logo of the organization; a logo of up to 20 kB as PNG, JPEG, WebP or SVG, one per language',
  access: 'owner',
  event: 'organization.changed',
  body: newLookSchema,
  reply: lookSchema,
  handle: async ({ body, actor, tx, audit }) => {
    const { colour, logo } = body;
    const known = await readLogos(tx, actor.organizationId);
    const logos = logo && { en: storedLogo(logo.en, 'en', known), fr: storedLogo(logo.fr, 'fr', known) };
    const words = { saysName: logo?.saysName ?? false, alt: logo?.alt ?? { en: '', fr: '' } };
    await saveLook(tx, actor.organizationId, { colour, ...words }, logos);
    await audit(`organization:${actor.organizationId}`, { changed: 'look' });
    return readLook(tx, actor.organizationId);
  },
});

/** The picture as it is kept; ends the request where it is none that we show, naming the language and the remedy. */
function storedLogo(given: GivenLogo, language: UiLanguage, known: ReadonlyMap<string, StoredLogo>): StoredLogo {
  if ('kept' in given) return known.get(given.kept) ?? lookProblems.raise('logo-not-kept');
  const content = Buffer.from(given.content, 'base64');
  const read = readLogo(content);
  if (!read.ok) return refuse(read.reasons[0] ?? 'not-an-image', language, content.length);
  return { ...read.value, content, sha256: createHash('sha256').update(content).digest('hex') };
}

function refuse(fault: LogoFault, language: UiLanguage, bytes: number): never {
  const where = {
    whichEn: language === 'en' ? 'English' : 'French',
    whichFr: language === 'en' ? 'anglais' : 'français',
  };
  switch (fault) {
    case 'too-large':
      return lookProblems.raise('logo-too-large', { ...where, bytes, most: mostLogoBytes });
    case 'not-an-image':
      return lookProblems.raise('logo-not-an-image', where);
    case 'too-small':
      return lookProblems.raise('logo-too-small', where);
    case 'too-many-pixels':
      return lookProblems.raise('logo-too-many-pixels', { ...where, most: mostLogoPixels });
    case 'moving':
      return lookProblems.raise('logo-moving', where);
    case 'unsafe-drawing':
      return lookProblems.raise('logo-unsafe', where);
    case 'drawing-without-size':
      return lookProblems.raise('logo-without-size', where);
  }
}

const logo = defineRoute({
  method: 'GET',
  path: logoAddress,
  summary: 'The file of a logo, by its checksum; it never changes',
  access: 'anyone',
  event: null,
  params: z.object({ sha256: z.string().max(64) }),
  reply: null,
  handle: async ({ params, tx }) => {
    const found = (await findPublicLogo(tx, params.sha256)) ?? httpProblems.raise('not-found');
    return new RawReply(found.content, {
      'content-type': found.type,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    });
  },
});

export const lookRoutes = [look, changeLook, logo];
