import { version } from '@common-measure/app-server';
import { estimateRequestSchema } from '@common-measure/estimate';
import type { Command } from './command.ts';
import { estimateFile } from './estimate-file.ts';
import { refuse } from './refusal.ts';
import { requestOf } from './request-file.ts';

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
    const read = await requestOf(call, estimateRequestSchema, 'docs/api/estimate-request.schema.json');
    if (!read.ok) return refuse(call, read.reasons);
    const { request, folder } = read.value;
    const result = await estimateFile(request, { folder, software: version, now: new Date() });
    if (!result.ok) return refuse(call, result.reasons);
    call.print(JSON.stringify(result.value, null, 2));
    return 0;
  },
};
