import { directionOf, type TranslatableText, translatableTexts } from '@common-measure/instrument';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Message,
  ProblemMessage,
  TextField,
  useDone,
  useFocusedHeading,
  useFormat,
  useLanguage,
  useMessages,
  useNavigate,
  usePath,
  useText,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import type { LanguageState } from '../language-contract.ts';
import type { DraftEditing } from './draft.ts';
import { previewAddress } from './instrument-addresses.ts';
import { useLanguageName, useReview } from './language-queries.ts';
import { languageMessages } from './language-words.ts';

/** One language to read from beginning to end, and what a second person says of it. */
export function ReviewPanel({
  editing,
  language,
  states,
}: {
  editing: DraftEditing;
  language: string;
  states: readonly LanguageState[];
}) {
  const words = useMessages(languageMessages);
  const { date } = useFormat();
  const ui = useLanguage();
  const path = usePath();
  const nameOf = useLanguageName();
  const heading = useFocusedHeading();
  const state = states.find((one) => one.language === language);
  const name = nameOf(language);
  const source = language === 'en' ? 'fr' : 'en';
  const changed = new Map(state?.review?.changed.map((one) => [one.id, one.before]));
  return (
    <div className="stack">
      <div className="lang-head">
        <h2 ref={heading} tabIndex={-1}>
          {words.reviewTitle(name)}
        </h2>
        <ButtonLink kind="plain" icon="undo" to={path} search={{}}>
          {words.back}
        </ButtonLink>
      </div>
      <p>{words.reviewLead}</p>
      <p>
        <a href={`${previewAddress(editing.id, ui, null)}?lang=${language}`} target="_blank" rel="noreferrer">
          {words.asPeople}
        </a>
      </p>
      {state?.review ? (
        <p>
          {words.lastReview(state.review.by, date(state.review.at.slice(0, 10)))}{' '}
          {state.review.changed.length > 0 ? words.changedSince(state.review.changed.length) : ''}
        </p>
      ) : null}
      <ol className="lang-texts read">
        {translatableTexts(editing.instrument, language).map((text) => (
          <ReadRow key={text.id} text={text} language={language} source={source} before={changed.get(text.id)} />
        ))}
      </ol>
      {state ? <Verdict editing={editing} state={state} name={name} /> : null}
    </div>
  );
}

function ReadRow({
  text,
  language,
  source,
  before,
}: {
  text: TranslatableText;
  language: string;
  source: 'en' | 'fr';
  before: string | undefined;
}) {
  const words = useMessages(languageMessages);
  const read = useText();
  return (
    <li className={text.value.trim() === '' ? 'missing' : before === undefined ? undefined : 'changed'}>
      <div className="lang-source">
        <p className="small muted">
          {text.kind === 'page' ? words.pageWords : `${read(text.place.label)} · ${read(text.name)}`}
        </p>
        <p lang={source} className="lang-said">
          {text.text[source]}
        </p>
      </div>
      <div className="lang-target">
        <p lang={language} dir={directionOf(language)} className="lang-said">
          {text.value || `(${words.empty})`}
        </p>
        {before === undefined ? null : (
          <p className="small muted">
            {words.read}:{' '}
            <bdi lang={language}>
              <del>{before || `(${words.empty})`}</del>
            </bdi>
          </p>
        )}
      </div>
    </li>
  );
}

function Verdict({ editing, state, name }: { editing: DraftEditing; state: LanguageState; name: string }) {
  const words = useMessages(languageMessages);
  const done = useDone();
  const path = usePath();
  const navigate = useNavigate();
  const review = useReview(editing.id);
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();
  const missing = state.total - state.done;
  const say = (verdict: 'approved' | 'sent-back') => {
    const lacksNote = verdict === 'sent-back' && note.trim() === '';
    setError(lacksNote ? words.noteMissing : undefined);
    if (lacksNote) return;
    const { language, sha256 } = state;
    review.mutate(
      { language, sha256, verdict, note: note.trim() },
      {
        onSuccess: () => {
          done({ text: verdict === 'approved' ? words.approved(name) : words.sentBack(name) });
          navigate(path);
        },
      },
    );
  };
  if (state.isYours) return <Message kind="caution">{words.yours}</Message>;
  return (
    <Card stack>
      {review.isError ? <ProblemMessage error={review.error} /> : null}
      {missing > 0 ? <Message kind="caution">{words.unfinished(missing)}</Message> : null}
      <TextField label={words.note} hint={words.noteHint} rows={3} value={note} error={error} onChange={setNote} />
      <Actions>
        {missing > 0 ? null : (
          <Button busy={review.isPending && words.saving} onClick={() => say('approved')}>
            {words.approve}
          </Button>
        )}
        <Button kind="second" busy={review.isPending && words.saving} onClick={() => say('sent-back')}>
          {words.sendBack}
        </Button>
      </Actions>
    </Card>
  );
}
