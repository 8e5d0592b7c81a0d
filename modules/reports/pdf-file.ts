import { fileURLToPath } from 'node:url';
import { type ReportDocument, typstReport } from '@common-measure/report';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** Each round names every character that the compiler could not show; more come to light behind them. */
const mostRounds = 20;

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
      const next = withCodePoints(source, unshownIn(reason));
      if (next === source) throw new Error(`the report could not be set as PDF: ${reason.slice(0, 2000)}`);
      source = next;
    }
  }
  throw new Error('the report could not be set as PDF: too many characters that no font shows');
}

/** The characters that the compiler says no font shows; it writes some of them as \\u{200d}. */
function unshownIn(reason: string): ReadonlySet<string> {
  const runs = [...reason.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gsu)].map(
    (match) => match[1] ?? '',
  );
  const read = (run: string) =>
    run.replace(/\\+u\{([0-9a-f]+)\}/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  return new Set(runs.flatMap((run) => [...read(run)]));
}

/** Names characters outside ASCII by their code points, everywhere in the source; joiners and other invisible ones are left out. */
function withCodePoints(source: string, unshown: ReadonlySet<string>): string {
  let result = source;
  for (const character of unshown) {
    const code = character.codePointAt(0) ?? 0;
    if (code <= 0x7f) continue;
    const isInvisible = /[\p{Cf}\p{Mn}\p{Zl}\p{Zp}]/u.test(character);
    const name = `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
    result = result.replaceAll(character, isInvisible ? '' : name);
  }
  return result;
}
