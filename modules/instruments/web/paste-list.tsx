import { pastedOptions, type ResponseOption } from '@common-measure/instrument';
import { Actions, Button, Disclosure, TextField, useMessages } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { routingMessages } from './routing-words.ts';

/** Many answers at once: one a line, English and French side by side. Empty answers that were begun give way. */
export function PasteList({
  options,
  onChange,
}: {
  options: readonly ResponseOption[];
  onChange: (options: readonly ResponseOption[]) => void;
}) {
  const words = useMessages(routingMessages);
  const [lists, setLists] = useState({ en: '', fr: '' });
  const written = options.filter((option) => option.label.en.trim() !== '' || option.label.fr.trim() !== '');
  const next = pastedOptions(written, lists.en, lists.fr);
  const count = next.length - written.length;
  return (
    <Disclosure summary={words.pasteList}>
      <div className="stack">
        <p className="small muted">{words.pasteHint}</p>
        <div className="pair">
          {(['en', 'fr'] as const).map((language) => (
            <TextField
              key={language}
              label={words.pasted(language === 'en' ? words.english : words.french)}
              lang={language}
              rows={5}
              value={lists[language]}
              onChange={(text) => setLists((before) => ({ ...before, [language]: text }))}
            />
          ))}
        </div>
        <Actions className="tight">
          <Button
            kind="second"
            icon="plus"
            onClick={() => {
              if (count > 0) onChange(next);
              setLists({ en: '', fr: '' });
            }}
          >
            {words.addPasted(count)}
          </Button>
        </Actions>
      </div>
    </Disclosure>
  );
}
