import { Worker } from 'node:worker_threads';
import type { UiLanguage } from '@common-measure/kernel';
import type { ReportSource } from '@common-measure/report';
import type { ReportFormat } from './contract.ts';

/** One file of an edition, in one language. */
export interface EditionFile {
  readonly language: UiLanguage;
  readonly format: ReportFormat;
  readonly bytes: Uint8Array;
}

/** What the thread of an edition is given; `pages`: where the HTML of each language will stand, for the link between them. */
export interface EditionTask {
  readonly source: ReportSource;
  readonly pages: Readonly<Record<UiLanguage, string>>;
}

/** Every file of an edition in both languages, made together or not at all, on a thread of its own; `tell`: how many are set. */
export function editionFiles(
  task: EditionTask,
  tell: (done: number, of: number) => void = () => undefined,
): Promise<readonly EditionFile[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./edition-worker.ts', import.meta.url), { workerData: task });
    worker.on('message', (message: { readonly done: number; readonly of: number } | readonly EditionFile[]) => {
      if ('done' in message) tell(message.done, message.of);
      else resolve(message);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the files of the report were not finished')));
  });
}
