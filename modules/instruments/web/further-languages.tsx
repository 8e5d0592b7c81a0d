import { type Instrument, translatableTexts } from '@common-measure/instrument';
import { Link, Tag, useMessages, usePath } from '@common-measure/platform/web-kit';
import { useLanguageName } from './language-queries.ts';
import { languageMessages } from './language-words.ts';

/** For a question, the way to its texts in each further language, and how many of them are missing there. */
export function FurtherLanguages({ instrument, question }: { instrument: Instrument; question: string }) {
  const words = useMessages(languageMessages);
  const nameOf = useLanguageName();
  const path = usePath();
  const further = instrument.languages.filter((language) => language !== 'en' && language !== 'fr');
  if (further.length === 0) return null;
  const start = `question:${question}:`;
  return (
    <p className="tags">
      {further.map((language) => {
        const texts = translatableTexts(instrument, language).filter(({ id }) => id.startsWith(start));
        const missing = texts.filter(({ value }) => value.trim() === '').length;
        return (
          <span key={language}>
            <Link to={`${path}/languages`} search={{ to: language, text: start }}>
              {words.inLanguage(nameOf(language))}
            </Link>{' '}
            {missing > 0 ? <Tag kind="caution">{words.missingHere(missing)}</Tag> : null}
          </span>
        );
      })}
    </p>
  );
}
