import {
  fieldName,
  type Instrument,
  isShuffled,
  paperForm,
  questionsOf,
  type RouteThrough,
  walkPage,
} from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import { sheetIn, useLook } from '@common-measure/modules/accounts/web';
import {
  Button,
  Disclosure,
  SegmentedField,
  SelectField,
  useLanguage,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { memo, useDeferredValue, useId, useMemo, useState } from 'react';
import { paperAddress, previewAddress } from './instrument-addresses.ts';
import { PreviewFrame } from './preview-frame.tsx';
import { forEveryone, type PreviewActs, usePreviewWalk } from './preview-walk.ts';
import { previewMessages } from './preview-words.ts';

const devices = ['phone', 'desk', 'paper'] as const;
type Device = (typeof devices)[number];

export interface PreviewProps {
  readonly instrument: Instrument;
  /** The part worked on; null for the introduction. */
  readonly part: string | null;
  /** The question to bring into view, where one is worked on. */
  readonly question: string | null;
  readonly organization: LocalizedText;
  /** The questionnaire as it is stored; without it, it can be seen here only. */
  readonly instrumentId?: string | undefined;
  /** A way to follow; null for what is worked on. */
  readonly route?: RouteThrough | null;
  readonly onLetGo?: () => void;
  /** It fills the window it stands in. */
  readonly isWhole?: boolean;
  /** The language to begin with; left out, that of the console. */
  readonly startLanguage?: string | undefined;
}

/** The very pages that people will see, made and turned by the same functions as theirs, in a frame that runs and sends nothing. */
export const Preview = memo(function Preview(props: PreviewProps) {
  const { instrument, part, question, organization, instrumentId, route = null, onLetGo, isWhole = false } = props;
  const words = useMessages(previewMessages);
  const ui = useLanguage();
  const heading = useId();
  const [device, setDevice] = useState<Device>(isWhole ? 'desk' : 'phone');
  const deferred = useDeferredValue(instrument);
  const languages = deferred.languages.length > 0 ? deferred.languages : [ui];
  const acts = usePreviewWalk(
    deferred,
    { section: part, question },
    route,
    [props.startLanguage, ui].find((one) => one !== undefined && languages.includes(one)) ?? languages[0] ?? ui,
  );
  const { walk, isWalking } = acts;
  const { data: look } = useLook();
  const html = useMemo(
    () =>
      device === 'paper'
        ? paperForm(deferred, walk.locale, organization)
        : walkPage(isWalking ? deferred : forEveryone(deferred), walk, {
            organization,
            logo: look?.logo ?? undefined,
            stylesheet: sheetIn(look?.colour),
          }),
    [deferred, device, walk, isWalking, organization, look],
  );
  const isPaper = device === 'paper';
  return (
    <section id="preview" aria-labelledby={heading} className={isWhole ? 'preview whole' : 'preview stack'}>
      <div className="preview-head">
        {isWhole ? <h1 id={heading}>{words.preview}</h1> : <h2 id={heading}>{words.preview}</h2>}
        <SegmentedField
          label={words.as}
          value={device}
          options={devices.map((value) => ({ value, label: words.devices[value] }))}
          onChange={setDevice}
        />
        <LanguageChoice languages={languages} value={walk.locale} onChange={acts.setLocale} />
      </div>
      {route ? (
        <p className="preview-note">
          {words.following(route.minutes)}{' '}
          {onLetGo ? (
            <Button kind="plain" onClick={onLetGo}>
              {words.letGo}
            </Button>
          ) : null}
        </p>
      ) : null}
      <div className={isWhole ? 'preview-window' : isPaper ? 'sheet' : device}>
        <PreviewFrame
          html={html}
          className={isWhole && device === 'phone' ? 'as-phone' : ''}
          title={isPaper ? words.paperLabel : words.label}
          field={question === null || acts.cameByPress ? null : fieldName(question)}
          takesFocus={acts.cameByPress}
          onPost={acts.post}
          onLink={acts.link}
        />
      </div>
      <div className="preview-acts">
        {isPaper ? null : (
          <>
            <Button kind="plain" onClick={acts.restart}>
              {words.fromStart}
            </Button>
            {isWalking && question !== null && route === null ? (
              <Button kind="plain" icon="eye" onClick={acts.follow}>
                {words.showQuestion}
              </Button>
            ) : null}
          </>
        )}
        {instrumentId && !isWhole ? (
          <a href={previewAddress(instrumentId, ui, question)} target="_blank" rel="noreferrer">
            {words.fullWindow}
            <span className="vh">{words.opensTab}</span>
          </a>
        ) : null}
        {instrumentId ? (
          <a href={paperAddress(instrumentId, walk.locale)} target="_blank" rel="noreferrer">
            {words.print}
            <span className="vh">{words.opensTab}</span>
          </a>
        ) : null}
      </div>
      {isPaper ? null : <Chance instrument={deferred} acts={acts} isFixed={route !== null} />}
      <p className="small muted">{isPaper || isWalking ? words.noScript : words.everyone}</p>
    </section>
  );
});

function LanguageChoice({
  languages,
  value,
  onChange,
}: {
  languages: readonly string[];
  value: string;
  onChange: (language: string) => void;
}) {
  const words = useMessages(previewMessages);
  if (languages.length < 2) return null;
  const options = languages.map((language) => ({ value: language, label: nameOfLanguage(language) }));
  return options.length <= 3 ? (
    <SegmentedField label={words.language} value={value} options={options} onChange={onChange} />
  ) : (
    <SelectField label={words.language} value={value} options={options} onChange={onChange} />
  );
}

/** What chance decides for a person, to choose here; nothing where it decides nothing. */
function Chance({ instrument, acts, isFixed }: { instrument: Instrument; acts: PreviewActs; isFixed: boolean }) {
  const words = useMessages(previewMessages);
  const read = useText();
  const { chance, setChance } = acts;
  const arms = isFixed ? [] : (instrument.arms ?? []);
  const shuffles = questionsOf(instrument).some(isShuffled);
  if (arms.length === 0 && !shuffles) return null;
  const groups = [
    { value: '', label: words.everyGroup },
    ...arms.map((arm) => ({ value: arm.code, label: read(arm.label) || arm.code })),
  ];
  const orders = ['0', '1', '2', '3'].map((value) => ({
    value,
    label: value === '0' ? words.asWritten : words.drawn(Number(value)),
  }));
  return (
    <Disclosure summary={words.settings}>
      <div className="stack">
        {arms.length > 0 ? (
          <SelectField
            label={words.group}
            value={chance.arm ?? ''}
            options={groups}
            onChange={(arm) => setChance({ ...chance, arm: arm || null })}
          />
        ) : null}
        {shuffles ? (
          <SelectField
            label={words.order}
            value={String(chance.draw)}
            options={orders}
            onChange={(draw) => setChance({ ...chance, draw: Number(draw) })}
          />
        ) : null}
      </div>
    </Disclosure>
  );
}

/** A language in its own words: "Français"; its tag where none are known. */
function nameOfLanguage(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
