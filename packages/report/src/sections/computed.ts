import type { Block, Section } from '../document.ts';
import type { EditionContext } from '../edition-context.ts';
import { computationNotes, noteId } from '../notes.ts';
import { noteWords } from '../words/note-words.ts';

/** How each kind of figure was computed, numbered, and the R scripts with which every figure comes out again; null without figures. */
export function computedSection(context: EditionContext): Section | null {
  const words = noteWords[context.language];
  const { scripts } = context.source;
  const notes = computationNotes(context).map(
    ({ number, title, formula, script }): Block => ({
      kind: 'computed',
      id: noteId(number),
      label: words.note(number),
      title,
      formula,
      script: scripts.some(({ id }) => id === script) ? words.scriptNames[script] : '',
    }),
  );
  if (notes.length === 0) return null;
  return {
    id: 'computed',
    title: words.title,
    isWide: false,
    blocks: [
      { kind: 'paragraph', text: words.lead },
      ...notes,
      ...scripts.map(
        ({ id, r }): Block => ({
          kind: 'script',
          title: words.scriptNames[id],
          text: r,
          place: words.scriptPlace(context.format.number(r.trimEnd().split('\n').length, 0)),
        }),
      ),
    ],
  };
}
