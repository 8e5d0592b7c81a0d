import {
  emptyInstrument,
  nothingAllotted,
  type OrganizationLogo,
  pageOfStep,
  plainQuestion,
} from '@common-measure/instrument';
import type { LocalizedText, UiLanguage } from '@common-measure/kernel';
import { Card, SegmentedField, useLanguage, useMessages } from '@common-measure/platform/web-kit';
import { useMemo, useState } from 'react';
import { sheetIn } from './look-query.ts';
import { lookMessages } from './look-words.ts';

const { en, fr } = lookMessages;
const both = (read: (words: typeof en.sample | typeof fr.sample) => string): LocalizedText => ({
  en: read(en.sample),
  fr: read(fr.sample),
});
const option = (code: 'good' | 'poor') => ({ code, label: both((sample) => sample[code]) });
const sample = {
  ...emptyInstrument(both(({ title }) => title)),
  sections: [
    {
      code: 'visit',
      title: both(({ title }) => title),
      questions: [
        plainQuestion(
          'visit',
          'single',
          both(({ question }) => question),
          { options: [option('good'), option('poor')] },
        ),
      ],
    },
  ],
};

/** One page of a survey in the look that is being chosen, made by the same functions as those that people see. */
export function LookPreview({
  organization,
  colour,
  logo,
}: {
  organization: LocalizedText;
  colour: string | null;
  logo: OrganizationLogo | undefined;
}) {
  const words = useMessages(lookMessages);
  const ui = useLanguage();
  const [locale, setLocale] = useState<UiLanguage>(ui);
  const html = useMemo(() => {
    const step = {
      kind: 'part',
      section: 'visit',
      question: null,
      returnsToCheck: false,
      newQuestions: false,
    } as const;
    const shown = {
      organization,
      logo,
      stylesheet: sheetIn(colour),
      base: '',
      hidden: {},
      preview: false,
      closesOn: null,
    };
    return pageOfStep(sample, { visit: ['good'] }, nothingAllotted, { step, strict: false, locale, frame: shown });
  }, [organization, colour, logo, locale]);
  return (
    <Card title={words.preview} stack className="look-preview">
      <SegmentedField
        label={words.asIn}
        value={locale}
        options={[
          { value: 'en', label: 'English' },
          { value: 'fr', label: 'Français' },
        ]}
        onChange={setLocale}
      />
      <iframe title={words.frame} srcDoc={html} sandbox="allow-same-origin" inert />
    </Card>
  );
}
