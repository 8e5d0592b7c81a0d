import {
  type Condition,
  conditionSources,
  type Instrument,
  type Question,
  type Section,
  skipsInWords,
  testsOf,
  whoSees,
} from '@common-measure/instrument';
import {
  CheckGroup,
  Disclosure,
  Icon,
  RadioCards,
  useLanguage,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { asRead } from './as-read.ts';
import { ConditionEditor } from './condition-editor.tsx';
import { useListFocus } from './list-focus.ts';
import { firstLook } from './look-editor.tsx';
import { routingMessages } from './routing-words.ts';
import { SkipEditor } from './skip-editor.tsx';

/** Who is asked a question, and where its answers lead. */
export function QuestionRouting({
  instrument,
  question,
  onChange,
}: {
  instrument: Instrument;
  question: Question;
  onChange: (part: Partial<Question>) => void;
}) {
  const words = useMessages(routingMessages);
  const [startsOpen] = useState(isRouted(question));
  return (
    <Disclosure summary={words.routingOf} startsOpen={startsOpen}>
      <div className="stack">
        <RoutingSentences instrument={instrument} part={question} />
        <WhoIsAsked
          label={words.whoIsAsked}
          condition={question.showIf}
          sources={conditionSources(instrument, { question: question.code })}
          onChange={(showIf) => onChange({ showIf })}
        />
        <GroupsField instrument={instrument} arms={question.arms} onChange={(arms) => onChange({ arms })} />
        {question.type === 'information' && !question.skips ? null : (
          <SkipEditor instrument={instrument} question={question} onChange={(skips) => onChange({ skips })} />
        )}
      </div>
    </Disclosure>
  );
}

/** Who sees a whole part. */
export function SectionRouting({
  instrument,
  section,
  onChange,
}: {
  instrument: Instrument;
  section: Section;
  onChange: (part: Pick<Partial<Section>, 'showIf' | 'arms'>) => void;
}) {
  const words = useMessages(routingMessages);
  const [startsOpen] = useState(Boolean(section.showIf || section.arms));
  return (
    <Disclosure summary={words.whoSeesPart} startsOpen={startsOpen}>
      <div className="stack">
        <RoutingSentences instrument={instrument} part={section} />
        <WhoIsAsked
          label={words.whoSeesPart}
          condition={section.showIf ?? null}
          sources={conditionSources(instrument, { section: section.code })}
          onChange={(showIf) => onChange({ showIf: showIf ?? undefined })}
        />
        <GroupsField instrument={instrument} arms={section.arms} onChange={(arms) => onChange({ arms })} />
      </div>
    </Disclosure>
  );
}

/** Routing as sentences; nothing where everyone is asked and everyone goes on. */
export function RoutingSentences({ instrument, part }: { instrument: Instrument; part: Question | Section }) {
  const sentences = useRouting(instrument, part);
  if (sentences.length === 0) return null;
  return (
    <ul className="sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}.</li>
      ))}
    </ul>
  );
}

/** A small sign beside a question in the outline, with its routing read aloud; nothing where there is none. */
export function RoutingMark({ instrument, part }: { instrument: Instrument; part: Question | Section | undefined }) {
  const words = useMessages(routingMessages);
  const sentences = useRouting(instrument, part);
  if (sentences.length === 0) return null;
  const said = `${sentences.join('. ')}.`;
  return (
    <span className="route-mark" title={said}>
      <Icon name="branch" />
      <span className="vh">
        {words.routed} {said}
      </span>
    </span>
  );
}

function useRouting(instrument: Instrument, part: Question | Section | undefined): readonly string[] {
  const language = useLanguage();
  if (!part) return [];
  const read = asRead(instrument);
  return [...whoSees(read, part, language), ...('wording' in part ? skipsInWords(read, part, language) : [])];
}

function WhoIsAsked({
  label,
  condition,
  sources,
  onChange,
}: {
  label: string;
  condition: Condition | null;
  sources: readonly Question[];
  onChange: (condition: Condition | null) => void;
}) {
  const words = useMessages(routingMessages);
  const [last] = sources.toReversed();
  const holder = useListFocus<HTMLDivElement>(condition ? testsOf(condition).length : 0, '.look');
  return (
    <div className="stack" ref={holder}>
      <RadioCards
        label={label}
        value={condition ? 'some' : 'everyone'}
        options={(['everyone', 'some'] as const).map((value) => ({
          value,
          label: words[value],
          hint: value === 'some' && !last && !condition ? words.noSources : undefined,
        }))}
        onChange={(who) => onChange(who === 'some' && last ? (condition ?? firstLook(last)) : null)}
      />
      {condition ? <ConditionEditor condition={condition} sources={sources} onChange={onChange} /> : null}
    </div>
  );
}

function GroupsField({
  instrument,
  arms,
  onChange,
}: {
  instrument: Instrument;
  arms: readonly string[] | undefined;
  onChange: (arms: readonly string[] | undefined) => void;
}) {
  const words = useMessages(routingMessages);
  const read = useText();
  const known = instrument.arms ?? [];
  const gone = (arms ?? []).filter((code) => !known.some((arm) => arm.code === code));
  if (known.length === 0 && gone.length === 0) return null;
  return (
    <CheckGroup
      label={words.onlyGroups}
      hint={words.onlyGroupsHint}
      values={arms ?? []}
      options={[
        ...known.map((arm) => ({ value: arm.code, label: read(arm.label) || arm.code })),
        ...gone.map((code) => ({ value: code, label: words.gone(code) })),
      ]}
      onChange={(chosen) => onChange(chosen.length > 0 ? chosen : undefined)}
    />
  );
}

function isRouted(question: Question): boolean {
  return question.showIf !== null || Boolean(question.skips?.length) || Boolean(question.arms?.length);
}
