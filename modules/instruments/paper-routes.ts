import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { paperForm, paperStylesheet } from '@common-measure/instrument';
import { findOrganization } from '@common-measure/modules/accounts/server';
import { defineRoute, RawReply } from '@common-measure/platform/http';
import { z } from 'zod';
import { instrumentsApi } from './contract.ts';
import { readInstrumentDraft } from './instrument-store.ts';

const nobody = { en: '', fr: '' };

const form = defineRoute({
  method: 'GET',
  path: instrumentsApi.paper,
  summary: 'A questionnaire as a form to print, in one of its languages',
  access: 'viewer',
  event: null,
  params: z.object({ id: z.uuid() }),
  query: z.object({ lang: z.string().max(35).optional() }),
  reply: null,
  handle: async ({ params, query, actor, tx, preferredLanguage }) => {
    const { instrument } = await readInstrumentDraft(tx, actor.organizationId, params.id);
    const organization = await findOrganization(tx, actor.organizationId);
    const asked = query.lang ?? preferredLanguage ?? 'en';
    const locale = instrument.languages.includes(asked) ? asked : (instrument.languages[0] ?? 'en');
    return new RawReply(paperForm(instrument, locale, organization?.name ?? nobody), {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
  },
});

const css = fileURLToPath(import.meta.resolve('@common-measure/instrument/paper.css'));

const stylesheet = defineRoute({
  method: 'GET',
  path: paperStylesheet,
  summary: 'The look of a questionnaire on paper',
  access: 'anyone',
  event: null,
  reply: null,
  handle: async () =>
    new RawReply(readFileSync(css), {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=600',
    }),
});

export const paperRoutes = [form, stylesheet];
