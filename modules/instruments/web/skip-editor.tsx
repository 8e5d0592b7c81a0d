import {
  conditionSources,
  type Instrument,
  type Question,
  type Skip,
  type SkipTarget,
  skipTargets,
} from '@common-measure/instrument';
import { Actions, Button, SelectField, useMessages, useText } from '@common-measure/platform/web-kit';
import { ConditionEditor } from './condition-editor.tsx';
import { useListFocus } from './list-focus.ts';
import { firstLook } from './look-editor.tsx';
import { routingMessages } from './routing-words.ts';

/** Rules that lead from an answer to a later place; the first that holds is taken. */
export function SkipEditor({
  instrument,
  question,
  onChange,
}: {
  instrument: Instrument;
  question: Question;
  onChange: (skips: readonly Skip[] | undefined) => void;
}) {
  const words = useMessages(routingMessages);
  const skips = question.skips ?? [];
  const holder = useListFocus<HTMLFieldSetElement>(skips.length, 'fieldset.rule');
  const sources = conditionSources(instrument, { skipOf: question.code });
  const put = (next: readonly Skip[]) => onChange(next.length > 0 ? next : undefined);
  const add = () => put([...skips, { if: firstLook(question), to: 'end' }]);
  return (
    <fieldset className="stack" ref={holder}>
      <legend>{words.skips}</legend>
      <p className="small muted">{words.skipsHint}</p>
      {skips.map((skip, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity but their place
        <fieldset className="look rule" key={at}>
          <legend>{words.skip(at + 1)}</legend>
          <ConditionEditor
            condition={skip.if}
            sources={sources}
            onChange={(condition) =>
              put(condition ? skips.with(at, { ...skip, if: condition }) : skips.toSpliced(at, 1))
            }
          />
          <TargetField
            instrument={instrument}
            question={question}
            to={skip.to}
            onChange={(to) => put(skips.with(at, { ...skip, to }))}
          />
          <Actions className="tight">
            {at > 0 ? (
              <Button kind="plain" icon="up" label={words.earlier(at + 1)} onClick={() => put(swapped(skips, at - 1))}>
                {words.moveUp}
              </Button>
            ) : null}
            {at < skips.length - 1 ? (
              <Button kind="plain" icon="down" label={words.later(at + 1)} onClick={() => put(swapped(skips, at))}>
                {words.moveDown}
              </Button>
            ) : null}
            <Button
              kind="plain"
              icon="remove"
              label={words.removeSkip(at + 1)}
              onClick={() => put(skips.toSpliced(at, 1))}
            >
              {words.remove}
            </Button>
          </Actions>
        </fieldset>
      ))}
      <Actions className="tight">
        <Button kind="second" icon="plus" onClick={add}>
          {words.addSkip}
        </Button>
      </Actions>
    </fieldset>
  );
}

function TargetField({
  instrument,
  question,
  to,
  onChange,
}: {
  instrument: Instrument;
  question: Question;
  to: SkipTarget;
  onChange: (to: SkipTarget) => void;
}) {
  const words = useMessages(routingMessages);
  const read = useText();
  const targets = skipTargets(instrument, question.code);
  const numbers = new Map(
    instrument.sections.flatMap((section) => section.questions).map((one, index) => [one.code, index + 1]),
  );
  const value = nameOf(to);
  const groups = [
    {
      label: words.questions,
      options: targets.questions.map((one) => ({
        value: nameOf({ question: one.code }),
        label: `${numbers.get(one.code)}. ${read(one.wording) || words.untitled}`,
      })),
    },
    {
      label: words.parts,
      options: targets.sections.map((one) => ({
        value: nameOf({ section: one.code }),
        label: read(one.title) || one.code,
      })),
    },
  ].filter((group) => group.options.length > 0);
  const isKnown = to === 'end' || groups.some((group) => group.options.some((option) => option.value === value));
  const code = to === 'end' ? '' : 'section' in to ? to.section : to.question;
  return (
    <SelectField
      label={words.goTo}
      value={value}
      error={isKnown ? undefined : words.goneError}
      options={[{ value: 'end', label: words.end }, ...(isKnown ? [] : [{ value, label: words.gone(code) }])]}
      groups={groups}
      onChange={(name) => onChange(targetOf(name))}
    />
  );
}

function nameOf(to: SkipTarget): string {
  if (to === 'end') return 'end';
  return 'section' in to ? `section ${to.section}` : `question ${to.question}`;
}

function targetOf(name: string): SkipTarget {
  const [kind, code = ''] = name.split(' ');
  if (kind === 'section') return { section: code };
  return kind === 'question' ? { question: code } : 'end';
}

/** The rules with the one at `at` and the next in each other's place. */
function swapped(skips: readonly Skip[], at: number): readonly Skip[] {
  const [one, other] = [skips[at], skips[at + 1]];
  return one && other ? skips.with(at, other).with(at + 1, one) : skips;
}
