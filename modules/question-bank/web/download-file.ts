import { type Problem, ProblemError } from '@common-measure/kernel';

/** Fetches a file and hands it to the browser to keep. Throws the server's problem where it is refused. */
export async function downloadFile(address: string): Promise<void> {
  const reply = await fetch(address, { credentials: 'same-origin', headers: { accept: 'application/json, text/csv' } });
  if (!reply.ok) throw new ProblemError((await reply.json()) as Problem);
  const named = /filename="([^"]+)"/.exec(reply.headers.get('content-disposition') ?? '')?.[1];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await reply.blob());
  link.download = named ?? 'question-bank';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
