import { type AnswerTest, type Condition, type Question, testsOf } from '@common-measure/instrument';
import { Actions, Button, SegmentedField, useMessages } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { useListFocus } from './list-focus.ts';
import { firstLook, LookEditor } from './look-editor.tsx';
import { routingMessages } from './routing-words.ts';

/** A condition of one or several looks at earlier answers; `null` where there is none and may be none. */
export function ConditionEditor({
  condition,
  sources,
  onChange,
}: {
  condition: Condition | null;
  /** The questions that it may look at. */
  sources: readonly Question[];
  onChange: (condition: Condition | null) => void;
}) {
  const words = useMessages(routingMessages);
  const looks = condition ? testsOf(condition) : [];
  const holder = useListFocus<HTMLDivElement>(looks.length, '.look');
  const [chosen, setJoin] = useState<'all' | 'any'>(condition && 'any' in condition ? 'any' : 'all');
  const join = condition && 'any' in condition ? 'any' : condition && 'all' in condition ? 'all' : chosen;
  const put = (next: readonly AnswerTest[], how = join) => onChange(conditionOf(next, how));
  const [first] = sources.toReversed();
  if (sources.length === 0 && looks.length === 0) return <p className="small muted">{words.noSources}</p>;
  return (
    <div className="stack" ref={holder}>
      {looks.length > 1 ? (
        <SegmentedField
          label={words.join}
          value={join}
          options={(['all', 'any'] as const).map((value) => ({ value, label: words.joins[value] }))}
          onChange={(how) => {
            setJoin(how);
            put(looks, how);
          }}
        />
      ) : null}
      {looks.map((look, at) => (
        <LookEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: looks have no identity but their place
          key={`${at} ${look.question}`}
          look={look}
          number={at + 1}
          sources={sources}
          onChange={(next) => put(looks.with(at, next))}
          onRemove={() => put(looks.toSpliced(at, 1))}
        />
      ))}
      {first ? (
        <Actions className="tight">
          <Button kind="second" icon="plus" onClick={() => put([...looks, firstLook(first)])}>
            {words.addLook}
          </Button>
        </Actions>
      ) : null}
    </div>
  );
}

function conditionOf(looks: readonly AnswerTest[], join: 'all' | 'any'): Condition | null {
  const [only, ...more] = looks;
  if (!only) return null;
  if (more.length === 0) return only;
  return join === 'all' ? { all: looks } : { any: looks };
}
