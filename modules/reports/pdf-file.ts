import { Worker } from 'node:worker_threads';
import type { ReportDocument } from '@common-measure/report';
import { typstReport } from '@common-measure/report';
import type { PdfReply } from './pdf-worker.ts';

/**
 * The report as a tagged PDF that passes Typst's PDF/UA-1 check. Set beside the thread of the caller. A character that no font of this
 * machine shows is printed as its code point ("[U+1F642]"), since a PDF/UA file may hold no empty box.
 */
export function pdfFile(report: ReportDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { workerData: typstReport(report) });
    worker.once('message', (reply: PdfReply) => {
      if (reply.ok) resolve(reply.pdf);
      else reject(new Error(`the report could not be set as PDF: ${reply.reason}`));
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the report could not be set as PDF: the compiler ended early')));
  });
}
