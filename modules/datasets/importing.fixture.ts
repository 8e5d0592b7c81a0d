import type { Codebook } from '@common-measure/dataset';
import type { Person } from '@common-measure/platform/testing';
import { syntheticSurvey } from '../../fixtures/synthetic-survey/synthetic-survey.ts';
import type { ImportDetail, ImportSummary } from './contract.ts';

export const survey = syntheticSurvey(600);

/** The proposal as a person settles it. */
export const settled = (codebook: Codebook): Codebook => ({
  ...codebook,
  wave: { label: '2026', start: '2026-05-01' },
  design: { ...codebook.design, samplingClass: 'systematic-intercept' },
  variables: codebook.variables.map((variable) => ({ ...variable, decided: true })),
});

/** Bringing files and saving them, as a person does through the API. */
export function importing(person: () => Person) {
  const bring = (content: string | Uint8Array<ArrayBuffer>, name = 'wave-2026.csv', query = '') => {
    const form = new FormData();
    form.append('file', new Blob([content]), name);
    return person().send('POST', `/api/imports${query}`, form);
  };
  const understood = async (id: string): Promise<ImportDetail> => {
    for (let attempt = 0; attempt < 200; attempt++) {
      const detail: ImportDetail = (await person().send('GET', `/api/imports/${id}`)).json();
      if (detail.state !== 'reading') return detail;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('the import is still being read');
  };
  const brought = async (content: string, query = ''): Promise<ImportDetail> => {
    const started: ImportSummary = (await bring(content, 'wave-2026.csv', query)).json();
    return understood(started.id);
  };
  /** Puts a codebook in the place of the choices of an import and saves it; gives the dataset's id. */
  const save = async (importId: string, codebook: Codebook): Promise<string> => {
    const { revision } = await understood(importId);
    const changed = await person().send('PUT', `/api/imports/${importId}/codebook`, { revision, codebook });
    const body = { revision: changed.json().revision };
    const reply = await person().send('POST', `/api/imports/${importId}/dataset`, body);
    if (reply.statusCode !== 200) throw new Error(`saving: ${reply.body}`);
    return reply.json().id;
  };
  const saved = async (change: (codebook: Codebook) => Codebook = settled): Promise<string> => {
    const { id, codebook } = await brought(survey.csv);
    return save(id, change(codebook as Codebook));
  };
  return { bring, understood, brought, save, saved };
}
