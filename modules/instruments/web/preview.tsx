import { fieldName, type Instrument, type RespondentStep, respondentPage } from '@common-measure/instrument';
import type { LocalizedText, UiLanguage } from '@common-measure/kernel';
import { SegmentedField, useLanguage, useMessages } from '@common-measure/platform/web-kit';
import { useCallback, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { builderMessages } from './builder-words.ts';

/** The very page that people will see, made by the same function, in a frame that runs and sends nothing. */
export function Preview({
  instrument,
  part,
  question,
  organization,
}: {
  instrument: Instrument;
  part: string | null;
  /** The question to bring into view, where one is worked on. */
  question: string | null;
  organization: LocalizedText;
}) {
  const words = useMessages(builderMessages);
  const ui = useLanguage();
  const [chosen, setChosen] = useState<UiLanguage | null>(null);
  const locale = chosen ?? ui;
  const heading = useId();
  const frame = useRef<HTMLIFrameElement>(null);
  const deferred = useDeferredValue(instrument);
  const show = useCallback(() => bringIntoView(frame.current, question), [question]);
  useEffect(show, [show]);
  const html = useMemo(() => {
    const everyone = {
      ...deferred,
      sections: deferred.sections.map((section) => ({
        ...section,
        showIf: undefined,
        questions: section.questions.map((question) => ({ ...question, showIf: null, skips: undefined })),
      })),
    };
    const step: RespondentStep =
      part === null
        ? { kind: 'introduction' }
        : { kind: 'part', section: part, question, returnsToCheck: false, newQuestions: false };
    const surroundings = {
      organization,
      base: '',
      stylesheet: '/s/respondent.css',
      hidden: {},
      preview: true,
      closesOn: null,
    };
    return respondentPage({ instrument: everyone, entries: {}, locale, step, problems: [], frame: surroundings });
  }, [deferred, part, locale, organization]);
  return (
    <section id="preview" aria-labelledby={heading} className="stack">
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
        <iframe ref={frame} onLoad={show} title={words.previewLabel} srcDoc={html} sandbox="allow-same-origin" />
      </div>
    </section>
  );
}

/** Scrolls the page in the frame, and nothing around it. */
function bringIntoView(frame: HTMLIFrameElement | null, question: string | null): void {
  const field = question === null ? null : frame?.contentDocument?.getElementById(fieldName(question));
  const block = field?.closest('fieldset, .block');
  if (block)
    frame?.contentWindow?.scrollTo(0, block.getBoundingClientRect().top + (frame.contentWindow?.scrollY ?? 0) - 24);
}
