import { Loaded, Message, useMessages, useSearch } from '@common-measure/platform/web-kit';
import { useEffect, useRef } from 'react';
import type { DraftEditing } from './draft.ts';
import { LanguageList } from './language-list.tsx';
import { useLanguages, useLanguagesAgain } from './language-queries.ts';
import { LanguageRuleCard } from './language-rule-card.tsx';
import { languageMessages } from './language-words.ts';
import { NewLanguage } from './new-language.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { TranslationTable } from './translation-table.tsx';

/** The languages of a questionnaire: all of them with how far they are, one of them text by text, or its review. */
export function LanguagesView({
  editing,
  role,
}: {
  editing: DraftEditing;
  role: { readonly mayManage: boolean; readonly isOwner: boolean };
}) {
  const words = useMessages(languageMessages);
  const [search] = useSearch();
  const { instrument, id, state } = editing;
  const languages = useLanguages(id);
  const again = useLanguagesAgain(id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when a save is through, by whatever `again` is then
  useEffect(() => {
    if (state === 'saved') void again();
  }, [state, instrument]);
  // Back from one language the list takes the focus: the link that led back is gone.
  const one = search.to ?? search.review ?? null;
  const list = useRef<HTMLDivElement>(null);
  const before = useRef(one);
  useEffect(() => {
    const heading = before.current !== null && one === null ? list.current?.querySelector('h2') : null;
    before.current = one;
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }, [one]);
  const has = (tag: string | undefined): tag is string => tag !== undefined && instrument.languages.includes(tag);
  return (
    <Loaded query={languages} lines={6}>
      {(loaded) => {
        if (has(search.to))
          return <TranslationTable editing={editing} language={search.to} states={loaded.languages} />;
        if (has(search.review))
          return <ReviewPanel editing={editing} language={search.review} states={loaded.languages} />;
        return (
          <div className="stack-6" ref={list}>
            <p className="lead">{words.lead}</p>
            <LanguageList editing={editing} loaded={loaded} mayManage={role.mayManage} />
            <div className="lang-below">
              {role.mayManage ? <NewLanguage editing={editing} absent={loaded.absent} /> : null}
              <LanguageRuleCard key={JSON.stringify(loaded.rule)} id={id} rule={loaded.rule} isOwner={role.isOwner} />
            </div>
            {state === 'refused' ? <Message kind="caution">{words.wait}</Message> : null}
          </div>
        );
      }}
    </Loaded>
  );
}
