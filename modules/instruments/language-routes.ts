import { previewTranslation, writeTexts, writeTranslation } from '@common-measure/instrument';
import { defineRoute, RawReply } from '@common-measure/platform/http';
import { z } from 'zod';
import { readInstrumentDraft, saveInstrumentDraft } from './instrument-store.ts';
import {
  type InstrumentLanguages,
  languageRuleSchema,
  languagesApi,
  type TranslationImport,
  translationFileSchema,
  translationQuery,
} from './language-contract.ts';
import { languageRule, readLanguages, setLanguageRule } from './language-store.ts';
import { instrumentsProblems } from './problems.ts';
import { labelOf } from './review-store.ts';

const ofInstrument = z.object({ id: z.uuid() });

const readRule = defineRoute({
  method: 'GET',
  path: languagesApi.rule,
  summary: 'What the organization asks of the languages of its questionnaires',
  access: 'viewer',
  event: null,
  reply: languageRuleSchema,
  handle: ({ actor, tx }) => languageRule(tx, actor.organizationId),
});

const changeRule = defineRoute({
  method: 'PUT',
  path: languagesApi.rule,
  summary: 'Say which languages every questionnaire must have, and whether a second person reviews each',
  access: 'owner',
  event: 'language-rule.changed',
  body: languageRuleSchema,
  reply: languageRuleSchema,
  handle: async ({ body, actor, tx, audit }) => {
    const kept = await setLanguageRule(tx, actor.organizationId, body);
    await audit(`organization:${actor.organizationId}`, { required: kept.required.join(', '), review: kept.review });
    return kept;
  },
});

const read = defineRoute({
  method: 'GET',
  path: languagesApi.languages,
  summary: 'How far each language of a questionnaire is, and who reviewed it',
  access: 'viewer',
  event: null,
  params: ofInstrument,
  reply: z.custom<InstrumentLanguages>(),
  handle: async ({ params, actor, tx }) => {
    const { instrument } = await readInstrumentDraft(tx, actor.organizationId, params.id);
    return readLanguages(tx, actor.organizationId, params.id, instrument, actor.accountId);
  },
});

const download = defineRoute({
  method: 'GET',
  path: languagesApi.translation,
  summary: 'The texts of a questionnaire for translators, as XLIFF 2.1 or as a table',
  access: 'viewer',
  event: null,
  params: ofInstrument.extend({ language: z.string().max(35) }),
  query: translationQuery,
  reply: null,
  handle: async ({ params, query, actor, tx }) => {
    const { instrument } = await readInstrumentDraft(tx, actor.organizationId, params.id);
    if (!instrument.languages.includes(params.language)) instrumentsProblems.raise('language-absent', params);
    const languages = { source: query.source, target: params.language };
    const isXliff = query.format === 'xliff';
    return new RawReply(writeTranslation(instrument, languages, query.format), {
      'content-type': isXliff ? 'application/xliff+xml; charset=utf-8' : 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="questionnaire-${params.language}.${isXliff ? 'xlf' : 'csv'}"`,
      'cache-control': 'no-store',
    });
  },
});

const upload = defineRoute({
  method: 'POST',
  path: languagesApi.translations,
  summary:
    'What a translated file changes and which lines cannot be taken; with `apply`, the lines that can be are saved',
  access: 'manager',
  event: 'instrument.translated',
  params: ofInstrument,
  body: translationFileSchema,
  reply: z.custom<TranslationImport>(),
  handle: async ({ params, body, actor, tx, audit }) => {
    const before = await readInstrumentDraft(tx, actor.organizationId, params.id);
    const { language, changes, ...counts } = previewTranslation(before.instrument, body.content);
    const result = {
      language,
      changes: changes.map(({ text, ...change }) => ({ id: text.id, label: labelOf(text), ...change })),
      ...counts,
    };
    if (!body.apply || changes.length === 0) return { ...result, draft: null };
    const texts = new Map(changes.map(({ text, after }) => [text.id, after]));
    const change = { revision: body.revision, instrument: writeTexts(before.instrument, language, texts) };
    const draft = await saveInstrumentDraft(tx, actor.organizationId, params.id, change, actor);
    await audit(`instrument:${params.id}`, { language, texts: changes.length, revision: draft.revision });
    return { ...result, draft };
  },
});

export const languageRoutes = [readRule, changeRule, read, download, upload];
