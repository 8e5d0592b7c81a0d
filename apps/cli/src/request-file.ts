import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { readRequest } from '@common-measure/estimate';
import { accepted, jsonFault, type Problem, type Result, refused } from '@common-measure/kernel';
import type { z } from 'zod';
import { type CommandCall, WrongCall } from './command.ts';
import { unreadable } from './refusal.ts';

/** The request of a command, with its path and the folder from which its own paths are taken. */
export interface RequestFile<T> {
  readonly request: T;
  readonly path: string;
  readonly folder: string;
}

/** Reads the file that the command names by its schema, which is published under `published`. */
export async function requestOf<T>(
  call: CommandCall,
  schema: z.ZodType<T>,
  published: string,
): Promise<Result<RequestFile<T>, Problem>> {
  const path = call.operands[0];
  if (path === undefined) {
    throw new WrongCall(
      call.language === 'fr'
        ? 'Il manque le nom du fichier de la demande.'
        : 'The name of the request file is missing.',
    );
  }
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return refused(unreadable(path));
  const value = jsonIn(path, text);
  if (!value.ok) return value;
  const request = readRequest(value.value, schema, published);
  return request.ok ? accepted({ request: request.value, path, folder: dirname(resolve(path)) }) : request;
}

/** The value in a JSON file, with or without a byte-order mark; refuses with the place where it is not JSON. */
export function jsonIn(path: string, content: string): Result<unknown, Problem> {
  const text = content.replace(/^\ufeff/, '');
  const fault = jsonFault(text);
  if (fault === null) return accepted(JSON.parse(text));
  const { line, column, what } = fault;
  return refused({
    code: 'file-not-json',
    status: 422,
    title: {
      en: `${path} is not JSON: line ${line}, column ${column}: ${what.en}.`,
      fr: `${path} n’est pas du JSON\u00a0: ligne ${line}, colonne ${column}\u00a0: ${what.fr}.`,
    },
    remedy: { en: 'Correct the file at the place named.', fr: 'Corrigez le fichier à l’endroit indiqué.' },
    details: { path, line, column },
  });
}
