import { directionOf, lostPlaces, type TranslatableText } from '@common-measure/instrument';
import { TextField, useMessages, useText } from '@common-measure/platform/web-kit';
import { memo } from 'react';
import { useLanguageName } from './language-queries.ts';
import { languageMessages } from './language-words.ts';

/** The id of the box of a text. */
export function fieldIdOf(id: string): string {
  return `tr-${id}`;
}

interface RowProps {
  readonly text: TranslatableText;
  readonly language: string;
  readonly source: 'en' | 'fr';
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
}

/** One text: where it stands, what it says, and what it says in the other language. */
export const TranslationRow = memo(Row, (before, after) => {
  const same = (one: RowProps): string =>
    [one.text.id, one.text.value, one.text.text[one.source], one.text.place.label.en, one.language, one.source].join(
      '\n',
    );
  return same(before) === same(after);
});

function Row({ text, language, source, onChange, onLeave }: RowProps) {
  const words = useMessages(languageMessages);
  const read = useText();
  const nameOf = useLanguageName();
  const said = text.text[source];
  const lost = text.value.trim() === '' ? [] : lostPlaces(said, text.value);
  const rows = Math.min(8, Math.max(1, Math.ceil(Math.max(said.length, text.value.length) / 60)));
  const place = text.kind === 'page' ? words.pageWords : read(text.place.label);
  const form = text.kind === 'page' ? /\.(zero|one|two|few|many|other)$/.exec(text.id)?.[1] : undefined;
  const name = form === undefined ? (text.kind === 'page' ? '' : read(text.name)) : words.formHint(form);
  return (
    <li className={text.value.trim() === '' ? 'missing' : undefined}>
      <div className="lang-source">
        <p className="small muted">
          {place}
          {name ? ` · ${name}` : ''}
        </p>
        <p lang={source} className="lang-said">
          {said}
        </p>
      </div>
      <div lang={language} dir={directionOf(language)} className="lang-target">
        <TextField
          id={fieldIdOf(text.id)}
          label={
            <>
              {nameOf(language)}
              <span className="vh">
                {' '}
                – {place} {name} – {said}
              </span>
            </>
          }
          lang={language}
          rows={rows}
          value={text.value}
          error={lost.length > 0 ? words.lost(lost.join(', ')) : undefined}
          onChange={onChange}
          onBlur={onLeave}
        />
      </div>
    </li>
  );
}
