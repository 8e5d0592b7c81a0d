import type { LocalizedText } from '@common-measure/kernel';
import type { ItemDraft } from './contract.ts';
import { tidyText } from './tidy-text.ts';

/** A proposed item with its texts as the bank keeps them; a hint or a unit without any text is none. */
export function tidyDraft(draft: ItemDraft): ItemDraft {
  return {
    ...draft,
    wording: tidy(draft.wording),
    hint: perhaps(draft.hint),
    unit: perhaps(draft.unit),
    options: draft.options.map((option) => ({ ...option, label: tidy(option.label) })),
    pairedWith: draft.pairedWith || null,
  };
}

function tidy({ en, fr }: LocalizedText): LocalizedText {
  return { en: tidyText(en, 'en'), fr: tidyText(fr, 'fr') };
}

function perhaps(text: LocalizedText | null): LocalizedText | null {
  const tidied = text && tidy(text);
  return tidied && (tidied.en || tidied.fr) ? tidied : null;
}
