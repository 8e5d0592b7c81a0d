import { fileURLToPath } from 'node:url';
import { type ReportDocument, typstReport } from '@common-measure/report';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** Each round can name one run of characters that no font shows. */
const mostRounds = 100;

/**
 * The report as a tagged PDF that passes Typst's PDF/UA-1 check. Works for half a second: call it beside the thread of the server.
 * A character that no font of this machine shows is printed as its code point ("[U+1F642]"), since a PDF/UA file may hold no empty box.
 */
export function pdfFile(report: ReportDocument): Uint8Array {
  const fonts = fileURLToPath(new URL('./fonts', import.meta.url));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
  let source = typstReport(report);
  for (let round = 0; round < mostRounds; round += 1) {
    try {
      return new Uint8Array(compiler.pdf({ mainFileContent: source }, { pdfStandard: 'ua-1' }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const unshown = /the text `\\?"(.*?)\\?"` could not be displayed/su.exec(reason)?.[1];
      const next = unshown ? withCodePoints(source, unshown) : source;
      if (next === source) throw new Error(`the report could not be set as PDF: ${reason}`);
      source = next;
    }
  }
  throw new Error('the report could not be set as PDF: too many characters that no font shows');
}

/** Names the characters of `unshown` outside ASCII by their code points, everywhere in the source. */
function withCodePoints(source: string, unshown: string): string {
  let result = source;
  for (const character of new Set(unshown)) {
    const code = character.codePointAt(0) ?? 0;
    if (code > 0x7f) result = result.replaceAll(character, `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`);
  }
  return result;
}
