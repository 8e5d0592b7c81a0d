import { Disclosure, Link, Message, useMessages, usePath } from '@common-measure/platform/web-kit';
import { reviewState, useLanguageName, useLanguages } from './language-queries.ts';
import { languageMessages } from './language-words.ts';

/** What the organization asks of languages and this questionnaire has not yet, with the way to it; nothing where all is there. */
export function LanguageNotice({ id }: { id: string }) {
  const words = useMessages(languageMessages);
  const nameOf = useLanguageName();
  const path = usePath();
  const loaded = useLanguages(id).data;
  if (!loaded) return null;
  const unread = loaded.rule.review ? loaded.languages.filter(({ isReviewed }) => !isReviewed) : [];
  if (loaded.absent.length === 0 && unread.length === 0) return null;
  // It stays for as long as the questionnaire is written: more than one line is folded.
  const list = (
    <ul>
      {loaded.absent.map((language) => (
        <li key={language}>
          <Link to={`${path}/languages`}>{words.noticeAbsent(nameOf(language))}</Link>
        </li>
      ))}
      {unread.map((state) => (
        <li key={state.language}>
          <Link to={`${path}/languages`} search={{ review: state.language }}>
            {words.noticeState(nameOf(state.language), words.states[reviewState(state)])}
          </Link>
        </li>
      ))}
    </ul>
  );
  return loaded.absent.length + unread.length <= 1 ? (
    <Message kind="caution" title={words.noticeTitle}>
      {list}
    </Message>
  ) : (
    <Message kind="caution">
      <Disclosure summary={words.noticeSome(loaded.absent.length + unread.length)}>{list}</Disclosure>
    </Message>
  );
}
