import { accepted, type Problem, type Result } from '@common-measure/kernel';
import { z } from 'zod';
import { requestProblem } from './request-problem.ts';

/** Reads a request by its schema; refuses with every departure, each naming its place. `published`: where the schema stands. */
export function readRequest<T>(
  value: unknown,
  schema: z.ZodType<T>,
  published = 'docs/api/estimate-request.schema.json',
): Result<T, Problem> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return accepted(parsed.data);
  const french = schema.safeParse(value, { error: z.locales.fr().localeError }).error?.issues ?? [];
  return {
    ok: false,
    reasons: parsed.error.issues.map((issue, i) =>
      requestProblem(
        'malformed-request',
        placeOf(issue.path),
        { en: issue.message, fr: french[i]?.message ?? issue.message },
        {
          en: `Correct it by the schema ${published}.`,
          fr: `Corrigez-la selon le schéma ${published}.`,
        },
      ),
    ),
  };
}

function placeOf(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>(
    (so, part) => (typeof part === 'number' ? `${so}[${part}]` : so === '' ? String(part) : `${so}.${String(part)}`),
    '',
  );
  return text === '' ? 'request' : text;
}
