import { parse } from 'node:querystring';
import { jsonFault } from '@common-measure/kernel';
import { z } from 'zod';
import { hasFewParts } from './json-parts.ts';
import { limits } from './limits.ts';
import { httpProblems } from './problems.ts';

/** What was sent, as the contract reads it; ends the request where it does not fit, naming the place. */
export function checkInput(schema: z.ZodType | null, value: unknown, where: string): never {
  if (schema === null) return undefined as never;
  const read = schema.safeParse(storable(value ?? {}));
  if (read.success) return read.data as never;
  const issue = read.error.issues[0];
  const french = schema.safeParse(storable(value ?? {}), { error: z.locales.frCA().localeError }).error?.issues[0];
  const place = issue === undefined || issue.path.length === 0 ? where : issue.path.join('.');
  return httpProblems.raise('invalid-input', {
    place,
    reasonEn: plain(issue?.message),
    reasonFr: plain(french?.message),
  });
}

/** Zod's sentence as a part of ours. */
function plain(message = ''): string {
  return message.replace(/\.$/, '');
}

/** The value of a JSON body; ends the request where it is none, naming the place, or has more parts than anybody may send. */
export function jsonBody(text: string, fromAnybody: boolean): unknown {
  if (fromAnybody && !hasFewParts(text)) httpProblems.raise('too-many-parts', { most: limits.publicMembers });
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuseFault(text, error);
  }
}

function refuseFault(text: string, error: unknown): never {
  const fault = jsonFault(text);
  if (fault === null) throw error;
  const { line, column, what } = fault;
  return httpProblems.raise('not-json', { line, column, whatEn: what.en, whatFr: what.fr });
}

/** The same without what no database keeps in a text: the null character and halves of characters. */
function storable(value: unknown): unknown {
  if (isStorable(value)) return value;
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed();
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, storable(part)]));
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\u0000') && value.isWellFormed();
  if (Array.isArray(value)) return value.every(isStorable);
  if (typeof value !== 'object' || value === null) return true;
  for (const name in value) if (!isStorable(value[name as keyof typeof value])) return false;
  return true;
}

/** The longest questionnaire, each option of each question chosen, sends some 24,000. */
const mostFields = 30_000;

/**
 * A repeated field becomes a list, as check boxes need; ends the request where there are more than {@link mostFields}. `URLSearchParams`
 * takes time by the square of their number; this does not.
 */
export function formFields(body: string): Record<string, string | string[]> {
  if (body.split('&', mostFields + 1).length > mostFields) httpProblems.raise('too-large');
  return parse(body, '&', '=', { maxKeys: 0 }) as Record<string, string | string[]>;
}
