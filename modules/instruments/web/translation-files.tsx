import {
  type Instrument,
  languageName,
  previewTranslation,
  type TranslationPreview,
  takeBack,
  writeTexts,
} from '@common-measure/instrument';
import {
  Actions,
  Button,
  Disclosure,
  DownloadLink,
  Field,
  Message,
  useDone,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { useRef, useState } from 'react';
import type { DraftEditing } from './draft.ts';
import { translationAddress, useLanguageName } from './language-queries.ts';
import { languageMessages } from './language-words.ts';

/** Files for translators: out as XLIFF or as a table, and back in after one has seen what would change. */
export function TranslationFiles({
  editing,
  language,
  source,
}: {
  editing: DraftEditing;
  language: string;
  source: 'en' | 'fr';
}) {
  const words = useMessages(languageMessages);
  const read = useText();
  const done = useDone();
  const { instrument, change, id } = editing;
  const [content, setContent] = useState<string | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const preview = content === null ? null : previewTranslation(instrument, content);
  const leave = () => {
    setContent(null);
    if (box.current) box.current.value = '';
  };
  const take = ({ language: into, changes }: TranslationPreview) => {
    const taken = (before: Instrument) =>
      writeTexts(before, into, new Map(changes.map(({ text, after }) => [text.id, after])));
    const after = taken(instrument);
    change(taken);
    done({
      text: words.fileTaken(changes.length, read(languageName(into))),
      undo: () => change((present) => takeBack(instrument, after, present)),
    });
    leave();
  };
  return (
    <Disclosure summary={words.files}>
      <div className="stack">
        <p className="small muted">{words.filesHint}</p>
        <Actions>
          <DownloadLink href={translationAddress(id, language, 'xliff', source)}>{words.xliff}</DownloadLink>
          <DownloadLink href={translationAddress(id, language, 'csv', source)}>{words.csv}</DownloadLink>
        </Actions>
        <Field label={words.take}>
          {(ids) => (
            <input
              {...ids}
              ref={box}
              type="file"
              accept=".xlf,.xliff,.csv,text/csv,application/xliff+xml"
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file) void file.text().then(setContent);
              }}
            />
          )}
        </Field>
        {preview ? <FilePreview preview={preview} onTake={() => take(preview)} onLeave={leave} /> : null}
      </div>
    </Disclosure>
  );
}

function FilePreview({
  preview,
  onTake,
  onLeave,
}: {
  preview: TranslationPreview;
  onTake: () => void;
  onLeave: () => void;
}) {
  const words = useMessages(languageMessages);
  const read = useText();
  const nameOf = useLanguageName();
  const { language, changes, refusals, unchanged, empty } = preview;
  return (
    <div className="stack" role="status">
      {language ? (
        <p>
          {words.fileInto(nameOf(language))} <strong>{words.fileChanges(changes.length)}</strong>,{' '}
          {words.fileSame(unchanged)}, {words.fileEmpty(empty)}.
        </p>
      ) : null}
      {refusals.length > 0 ? (
        <Message kind="caution" title={words.fileRefused(refusals.length)}>
          <ul>
            {refusals.slice(0, 20).map(({ message, line, id }) => (
              <li key={`${line} ${id}`}>{read(message)}</li>
            ))}
          </ul>
        </Message>
      ) : null}
      {changes.length > 0 ? (
        <Disclosure summary={words.fileChanges(changes.length)}>
          <dl className="lang-changes">
            {changes.slice(0, 50).map(({ text, before, after }) => (
              <div key={text.id}>
                <dt>
                  {read(text.place.label)}: {read(text.name)}
                </dt>
                <dd>
                  <span className="small muted">{words.before}</span>{' '}
                  <bdi lang={language}>{before || `(${words.empty})`}</bdi>
                </dd>
                <dd>
                  <span className="small muted">{words.after}</span> <bdi lang={language}>{after}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      ) : null}
      <Actions>
        {changes.length > 0 ? <Button onClick={onTake}>{words.fileTake(changes.length)}</Button> : null}
        <Button kind="plain" onClick={onLeave}>
          {words.fileLeave}
        </Button>
      </Actions>
    </div>
  );
}
