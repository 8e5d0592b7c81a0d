import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { version } from '@common-measure/app-server';
import { editionFiles } from '@common-measure/modules/reports/server';
import type { Command } from './command.ts';
import { refuse } from './refusal.ts';
import { reportRequestSchema } from './report-request.ts';
import { reportSourceOf } from './report-source.ts';
import { requestOf } from './request-file.ts';

export const report: Command = {
  name: 'report',
  usage: 'REQUEST.json [--to FOLDER]',
  summary: {
    en: 'make a report in both languages: HTML, accessible PDF, XLSX, CSV, R script',
    fr: 'fait un rapport dans les deux langues\u00a0: HTML, PDF accessible, XLSX, CSV, script R',
  },
  help: {
    en: [
      'REQUEST.json names the data, the codebook and what stands on the cover:',
      '  { "data": "2016.csv", "codebook": "codebook.json",',
      '    "organization": { "en": "Airport", "fr": "Aéroport" },',
      '    "waves": [{ "label": "2015", "data": "2015.csv", "codebook": "codebook-2015.json" }] }',
      'Its schema is docs/api/report-request.schema.json. No server is needed.',
      'The report is made for the public, so that groups under 20 answers are withheld, unless "audience" says otherwise.',
      '--to FOLDER  where the ten files are written; the folder of the request unless stated.',
    ],
    fr: [
      'REQUEST.json nomme les données, le dictionnaire de variables et ce qui figure en couverture\u00a0:',
      '  { "data": "2016.csv", "codebook": "codebook.json",',
      '    "organization": { "en": "Airport", "fr": "Aéroport" },',
      '    "waves": [{ "label": "2015", "data": "2015.csv", "codebook": "codebook-2015.json" }] }',
      'Son schéma est docs/api/report-request.schema.json. Aucun serveur n’est requis.',
      'Le rapport est fait pour le public; les groupes de moins de 20 réponses sont donc retenus, sauf si "audience" dit autre chose.',
      '--to FOLDER  où les dix fichiers sont écrits; le dossier de la demande par défaut.',
    ],
  },
  options: { to: 'value' },
  run: async (call) => {
    const read = await requestOf(call, reportRequestSchema, 'docs/api/report-request.schema.json');
    if (!read.ok) return refuse(call, read.reasons);
    const { request, path, folder } = read.value;
    const source = await reportSourceOf(request, { folder, software: version, now: new Date() });
    if (!source.ok) return refuse(call, source.reasons);
    const name = basename(path).replace(/\.json$/i, '');
    const files = await editionFiles({
      source: source.value,
      pages: { en: `${name}.en.html`, fr: `${name}.fr.html` },
    });
    const to = resolve(typeof call.options.to === 'string' ? call.options.to : folder);
    const written = await writeTogether(
      to,
      files.map((file) => [`${name}.${file.language}.${file.format}`, file.bytes]),
    );
    if (call.json) call.print(JSON.stringify({ files: written }, null, 2));
    else for (const file of written) call.print(file);
    return 0;
  },
};

/** Writes all files beside their places first and moves them only when all are whole. */
async function writeTogether(
  folder: string,
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const aside = await mkdtemp(join(folder, '.report-'));
  try {
    for (const [name, bytes] of files) await writeFile(join(aside, name), bytes);
    for (const [name] of files) await rename(join(aside, name), join(folder, name));
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return files.map(([name]) => join(folder, name));
}
