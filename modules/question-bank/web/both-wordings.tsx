import type { LocalizedText } from '@common-measure/kernel';
import { useMessages } from '@common-measure/platform/web-kit';
import type { ReactNode } from 'react';
import { bankMessages } from './bank-words.ts';

/** A text of the bank in both languages side by side, English first, each marked as what it is. */
export function BothWordings({
  text,
  show = (words) => words,
}: {
  text: LocalizedText;
  show?: (text: string, language: 'en' | 'fr') => ReactNode;
}) {
  const words = useMessages(bankMessages);
  return (
    <div className="card compare">
      <div className="stack-2">
        <p className="label">{words.english}</p>
        <p className="quote" lang="en">
          {show(text.en, 'en')}
        </p>
      </div>
      <div className="stack-2">
        <p className="label">{words.french}</p>
        <p className="quote" lang="fr">
          {show(text.fr, 'fr')}
        </p>
      </div>
    </div>
  );
}
