import type { UiLanguage } from '@common-measure/kernel';
import type { ReportSource } from './source.ts';
import { noteWords } from './words/note-words.ts';

/** All scripts of a report as one R file: each stands by itself between headings that say what it gives again. */
export function reportScriptFile(source: ReportSource, language: UiLanguage): string {
  const words = noteWords[language];
  const parts = source.scripts.map(
    ({ id, r }) => `# ---- ${words.scriptNames[id]} ----\nlocal({\n${r.trimEnd()}\n})\n`,
  );
  return `# ${source.title[language]}\n# ${words.fileLead}\n\n${parts.join('\n')}`;
}
