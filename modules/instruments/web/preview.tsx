import { type Instrument, type RespondentStep, respondentPage } from '@common-measure/instrument';
import type { LocalizedText, UiLanguage } from '@common-measure/kernel';
import { SegmentedField, useLanguage, useMessages } from '@common-measure/platform/web-kit';
import { useId, useMemo, useState } from 'react';
import { builderMessages } from './builder-words.ts';

/** The very page that people will see, made by the same function, in a frame that runs and sends nothing. */
export function Preview({
  instrument,
  part,
  organization,
}: {
  instrument: Instrument;
  part: string | null;
  organization: LocalizedText;
}) {
  const words = useMessages(builderMessages);
  const ui = useLanguage();
  const [chosen, setChosen] = useState<UiLanguage | null>(null);
  const locale = chosen ?? ui;
  const heading = useId();
  const html = useMemo(() => {
    const everyone = {
      ...instrument,
      sections: instrument.sections.map((section) => ({
        ...section,
        questions: section.questions.map((question) => ({ ...question, showIf: null })),
      })),
    };
    const step: RespondentStep =
      part === null
        ? { kind: 'introduction' }
        : { kind: 'part', section: part, returnsToCheck: false, newQuestions: false };
    const frame = {
      organization,
      base: '',
      stylesheet: '/s/respondent.css',
      hidden: {},
      preview: true,
      closesOn: null,
    };
    return respondentPage({ instrument: everyone, entries: {}, locale, step, problems: [], frame });
  }, [instrument, part, locale, organization]);
  return (
    <section aria-labelledby={heading} className="stack">
      <div className="actions">
        <h2 id={heading}>{words.preview}</h2>
        <SegmentedField
          label={words.previewLanguage}
          value={locale}
          options={[
            { value: 'en', label: 'English' },
            { value: 'fr', label: 'Français' },
          ]}
          onChange={setChosen}
        />
      </div>
      <div className="phone">
        <iframe title={words.previewLabel} srcDoc={html} sandbox="allow-same-origin" />
      </div>
    </section>
  );
}
