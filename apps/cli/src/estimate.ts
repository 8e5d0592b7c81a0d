import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { version } from '@common-measure/app-server';
import { estimateRequestSchema, readRequest } from '@common-measure/estimate';
import type { Problem } from '@common-measure/kernel';
import { type Command, type CommandCall, type ExitCode, problemText, WrongCall } from './command.ts';
import { estimateFile, notJson } from './estimate-file.ts';

export const estimate: Command = {
  name: 'estimate',
  usage: 'REQUEST.json',
  summary: {
    en: 'estimate from a file, with sampling error and disclosure control',
    fr: 'estime à partir d’un fichier, avec erreur d’échantillonnage et contrôle de la divulgation',
  },
  help: {
    en: [
      'REQUEST.json names the data, the codebook, the design and what to estimate:',
      '  { "data": "2016.csv", "codebook": "codebook.json",',
      '    "estimates": [{ "statistic": ["mean", "top-2"], "variable": "Q7ALL", "by": ["STRATA"] }] }',
      'Its schema is docs/api/estimate-request.schema.json; the answer is one JSON document on standard output,',
      'its schema docs/api/estimate-result.schema.json. No server is needed.',
      'Small groups are withheld as for people of the organization. "audience": "public" or "shared" is stricter;',
      '"audience": "single-responses" withholds nothing, and says so in the answer.',
    ],
    fr: [
      'REQUEST.json nomme les données, le dictionnaire de variables, le plan de sondage et ce qu’il faut estimer\u00a0:',
      '  { "data": "2016.csv", "codebook": "codebook.json",',
      '    "estimates": [{ "statistic": ["mean", "top-2"], "variable": "Q7ALL", "by": ["STRATA"] }] }',
      'Son schéma est docs/api/estimate-request.schema.json; la réponse est un document JSON sur la sortie standard,',
      'selon docs/api/estimate-result.schema.json. Aucun serveur n’est requis.',
      'La réponse est faite pour les gens de l’organisation\u00a0: les petits groupes ne sont pas diffusés.',
      '"audience": "public" ou "shared" est plus strict;',
      '"audience": "single-responses" diffuse tout, et la réponse le dit.',
    ],
  },
  options: {},
  run: async (call) => {
    const path = call.operands[0];
    if (path === undefined) {
      throw new WrongCall(
        call.language === 'fr'
          ? 'Il manque le nom du fichier de la demande.'
          : 'The name of the request file is missing.',
      );
    }
    const text = await readFile(path, 'utf8').catch(() => null);
    if (text === null) return refuse(call, [unreadable(path)]);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      return refuse(call, [notJson(path, error instanceof Error ? error.message : String(error))]);
    }
    const request = readRequest(value, estimateRequestSchema);
    if (!request.ok) return refuse(call, request.reasons);
    const folder = dirname(resolve(path));
    const result = await estimateFile(request.value, { folder, software: version, now: new Date() });
    if (!result.ok) return refuse(call, result.reasons);
    call.print(JSON.stringify(result.value, null, 2));
    return 0;
  },
};

function unreadable(path: string): Problem {
  return {
    code: 'file-unreadable',
    status: 422,
    title: { en: `The file ${path} cannot be read.`, fr: `Le fichier ${path} ne peut être lu.` },
    remedy: { en: 'Check its name and place.', fr: 'Vérifiez son nom et son emplacement.' },
    details: { path },
  };
}

function refuse(call: CommandCall, problems: readonly Problem[]): ExitCode {
  if (call.json) call.print(JSON.stringify({ problems }, null, 2));
  else for (const problem of problems) call.printError(problemText(problem, call.language));
  return 3;
}
