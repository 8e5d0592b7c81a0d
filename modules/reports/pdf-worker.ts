import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

export type PdfReply =
  | { readonly ok: true; readonly pdf: Uint8Array }
  | { readonly ok: false; readonly reason: string };

/** Each round can remove one run of characters that no font shows. */
const mostRounds = 100;

parentPort?.postMessage(setPdf(String(workerData)));

function setPdf(source: string): PdfReply {
  const fonts = fileURLToPath(new URL('./fonts', import.meta.url));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
  let current = source;
  for (let round = 0; round < mostRounds; round += 1) {
    try {
      return { ok: true, pdf: new Uint8Array(compiler.pdf({ mainFileContent: current }, { pdfStandard: 'ua-1' })) };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const unshown = /the text `\\?"(.*?)\\?"` could not be displayed/su.exec(reason)?.[1];
      const next = unshown ? withCodePoints(current, unshown) : current;
      if (next === current) return { ok: false, reason };
      current = next;
    }
  }
  return { ok: false, reason: 'too many characters that no font shows' };
}

/** Names the characters of `unshown` outside Latin by their code points, everywhere in the source. */
function withCodePoints(source: string, unshown: string): string {
  let result = source;
  for (const character of new Set(unshown)) {
    const code = character.codePointAt(0) ?? 0;
    if (code > 0x7f) result = result.replaceAll(character, `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`);
  }
  return result;
}
