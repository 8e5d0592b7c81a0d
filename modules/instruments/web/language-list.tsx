import {
  completenessOf,
  directionOf,
  ownLanguageName,
  percentDone,
  removeLanguage,
  takeBack,
} from '@common-measure/instrument';
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Tag,
  type TagKind,
  useDone,
  useFormat,
  useMessages,
  usePath,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import type { InstrumentLanguages, LanguageState } from '../language-contract.ts';
import type { DraftEditing } from './draft.ts';
import { reviewState, useLanguageName } from './language-queries.ts';
import { languageMessages } from './language-words.ts';

const kinds: Readonly<Record<ReturnType<typeof reviewState>, TagKind>> = {
  none: 'plain',
  approved: 'good',
  stale: 'caution',
  'sent-back': 'caution',
};

/** Every language of the questionnaire with its bar, its review and what can be done with it. */
export function LanguageList({
  editing,
  loaded,
  mayManage,
}: {
  editing: DraftEditing;
  loaded: InstrumentLanguages;
  mayManage: boolean;
}) {
  const words = useMessages(languageMessages);
  return (
    <Card title={words.list}>
      <ul className="lang-list">
        {[...new Set(editing.instrument.languages)].map((language) => (
          <LanguageRow
            key={language}
            editing={editing}
            language={language}
            state={loaded.languages.find((one) => one.language === language) ?? null}
            asksReview={loaded.rule.review}
            mayManage={mayManage}
          />
        ))}
      </ul>
    </Card>
  );
}

function LanguageRow({
  editing,
  language,
  state,
  asksReview,
  mayManage,
}: {
  editing: DraftEditing;
  language: string;
  state: LanguageState | null;
  asksReview: boolean;
  mayManage: boolean;
}) {
  const words = useMessages(languageMessages);
  const { date } = useFormat();
  const nameOf = useLanguageName();
  const path = usePath();
  const done = useDone();
  const [asks, setAsks] = useState(false);
  const { instrument, change } = editing;
  const completeness = completenessOf(instrument, language);
  const percent = percentDone(completeness);
  const name = nameOf(language);
  const isFurther = language !== 'en' && language !== 'fr';
  const review = state ? reviewState(state) : 'none';
  const remove = () => {
    const after = removeLanguage(instrument, language);
    change((present) => removeLanguage(present, language));
    done({ text: words.removed(name), undo: () => change((present) => takeBack(instrument, after, present)) });
  };
  return (
    <li>
      <div className="lang-name">
        <strong>{name}</strong>
        {isFurther ? (
          <bdi lang={language} dir={directionOf(language)} className="muted">
            {ownLanguageName(language)}
          </bdi>
        ) : null}
        {state?.isRequired ? <Tag>{words.required}</Tag> : null}
        {state && (asksReview || state.review) ? <Tag kind={kinds[review]}>{words.states[review]}</Tag> : null}
        {state?.review ? (
          <span className="small muted">{words.reviewedBy(state.review.by, date(state.review.at.slice(0, 10)))}</span>
        ) : null}
      </div>
      <div className="lang-bar">
        <progress aria-label={name} value={completeness.done} max={completeness.total} />
        <span>{percent === 100 ? words.complete : words.percent(percent)}</span>
        <span className="small muted">{words.done(completeness.done, completeness.total)}</span>
      </div>
      {mayManage ? (
        <Actions className="tight">
          <ButtonLink kind="second" to={path} search={{ to: language }} aria-label={words.translateInto(name)}>
            {words.translate}
          </ButtonLink>
          <ButtonLink kind="plain" to={path} search={{ review: language }} aria-label={words.reviewOf(name)}>
            {words.review}
          </ButtonLink>
          {isFurther && !asks ? (
            <Button kind="plain" icon="remove" label={words.removeOf(name)} onClick={() => setAsks(true)}>
              {words.remove}
            </Button>
          ) : null}
        </Actions>
      ) : null}
      {asks ? (
        <div className="lang-sure" role="alert">
          <p>{words.removeSure(name)}</p>
          <Actions className="tight">
            <Button kind="second" onClick={remove}>
              {words.removeYes}
            </Button>
            <Button kind="plain" onClick={() => setAsks(false)}>
              {words.removeNo}
            </Button>
          </Actions>
        </div>
      ) : null}
      {state?.review?.note && !state.isReviewed ? <p className="lang-note">{state.review.note}</p> : null}
    </li>
  );
}
