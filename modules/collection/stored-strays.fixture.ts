import { choicesOf, type Instrument, questionsOf, storedCodes } from '@common-measure/instrument';
import { sql } from 'kysely';
import type { Fieldwork, OpenSurvey } from './fieldwork.fixture.ts';

const missingKinds = new Set(['no-answer', 'not-asked', 'refused', 'dont-know', 'not-applicable', 'breakoff']);

interface Stored {
  readonly table: string;
  readonly language: string;
  readonly answers: Readonly<Record<string, Record<string, unknown>>>;
}

/** What is stored of a survey that its questionnaire does not know: languages, questions, answers; empty where all is well. */
export async function storedStrays(
  fieldwork: Fieldwork,
  survey: OpenSurvey,
  instrument: Instrument,
): Promise<string[]> {
  const rows = await fieldwork.place.database.transact(fieldwork.scope, async (tx) => {
    const { rows } = await sql<Stored>`
      SELECT 'response' AS table, language, answers FROM collection.response WHERE wave_id = ${survey.waveId}
      UNION ALL
      SELECT 'conflict', language, answers FROM collection.conflicting_response WHERE wave_id = ${survey.waveId}`.execute(
      tx,
    );
    return rows;
  });
  const drafts = await fieldwork.place.database.transact(fieldwork.scope, async (tx) => {
    const { rows } = await sql<{ language: string; entries: Record<string, unknown> }>`
      SELECT language, entries FROM collection.draft WHERE wave_id = ${survey.waveId}`.execute(tx);
    return rows;
  });
  const known = new Set(questionsOf(instrument).flatMap((question) => [question.code, ...storedCodes(question)]));
  const codesOf = new Map(
    questionsOf(instrument).map((question) => [question.code, new Set(choicesOf(question).map(({ code }) => code))]),
  );
  const strays: string[] = [];
  const languages = new Set(instrument.languages);
  for (const { table, language, answers } of rows) {
    if (!languages.has(language)) strays.push(`${table}: language ${language}`);
    for (const [question, answer] of Object.entries(answers)) {
      if (!known.has(question)) strays.push(`${table}: question ${question}`);
      if (answer.kind === 'missing' && !missingKinds.has(String(answer.missing)))
        strays.push(`${table}: ${question} is missing as ${answer.missing}`);
      const options = codesOf.get(question);
      for (const code of answer.kind === 'codes' && options ? [answer.codes].flat() : [])
        if (!options?.has(String(code))) strays.push(`${table}: ${question} answered ${code}`);
    }
  }
  for (const { language, entries } of drafts) {
    if (!languages.has(language)) strays.push(`draft: language ${language}`);
    for (const question of Object.keys(entries)) if (!known.has(question)) strays.push(`draft: question ${question}`);
  }
  return strays;
}
