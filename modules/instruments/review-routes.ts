import { defineRoute } from '@common-measure/platform/http';
import { z } from 'zod';
import { readInstrumentDraft } from './instrument-store.ts';
import { type InstrumentLanguages, languageReviewSchema, languagesApi } from './language-contract.ts';
import { readLanguages } from './language-store.ts';
import { instrumentsProblems } from './problems.ts';
import { keepReview } from './review-store.ts';

const review = defineRoute({
  method: 'POST',
  path: languagesApi.reviews,
  summary: 'Approve a language of a questionnaire as it stands, or send it back with a note',
  access: 'manager',
  event: 'instrument.language-reviewed',
  params: z.object({ id: z.uuid() }),
  body: languageReviewSchema,
  reply: z.custom<InstrumentLanguages>(),
  handle: async ({ params, body, actor, tx, audit }) => {
    const { instrument, published } = await readInstrumentDraft(tx, actor.organizationId, params.id);
    if (published) instrumentsProblems.raise('instrument-frozen');
    const states = await readLanguages(tx, actor.organizationId, params.id, instrument, actor.accountId);
    const state = states.languages.find((one) => one.language === body.language);
    if (!state) return instrumentsProblems.raise('language-absent', { language: body.language });
    if (state.sha256 !== body.sha256) instrumentsProblems.raise('review-moved-on');
    if (state.isYours) instrumentsProblems.raise('review-of-own-words');
    const approves = body.verdict === 'approved';
    if (approves && state.done < state.total)
      instrumentsProblems.raise('review-unfinished', { missing: state.total - state.done });
    if (!approves && body.note.trim() === '') instrumentsProblems.raise('review-without-note');
    const { language, verdict, note } = body;
    await keepReview(tx, actor.organizationId, params.id, { instrument, language, verdict, note, by: actor });
    await audit(`instrument:${params.id}`, { language, verdict });
    return readLanguages(tx, actor.organizationId, params.id, instrument, actor.accountId);
  },
});

export const reviewRoutes = [review];
