import { blockOf, type Instrument, type Section } from '@common-measure/instrument';
import {
  Actions,
  Button,
  Card,
  CheckGroup,
  Disclosure,
  Message,
  ProblemMessage,
  SelectField,
  useDone,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { useBlockAct, useBlocks } from './block-queries.ts';
import { blockMessages } from './block-words.ts';
import { useLabels } from './question-labels.ts';
import { TextPair } from './text-pair.tsx';

/** Keeps the questions of a part, or some of them, as a block of the organization or as the next version of one. */
export function KeepBlock({ instrument, section }: { instrument: Instrument; section: Section }) {
  const words = useMessages(blockMessages);
  if (section.questions.length === 0) return null;
  return (
    <Card>
      <Disclosure summary={words.keep}>
        <KeepBlockForm instrument={instrument} section={section} />
      </Disclosure>
    </Card>
  );
}

function KeepBlockForm({ instrument, section }: { instrument: Instrument; section: Section }) {
  const words = useMessages(blockMessages);
  const read = useText();
  const done = useDone();
  const labelOf = useLabels(instrument);
  const known = useBlocks().data ?? [];
  const act = useBlockAct();
  const [name, setName] = useState(section.title);
  const [description, setDescription] = useState({ en: '', fr: '' });
  const [into, setInto] = useState('');
  const [left, setLeft] = useState<readonly string[]>([]);
  const [error, setError] = useState<string | null>(null);
  const chosen = section.questions.filter((question) => !left.includes(question.code));
  const before = known.find((block) => block.id === into);
  const { block, dropped } = blockOf(
    instrument,
    chosen.map((question) => question.code),
  );
  const nameOf = (code: string) => {
    const question = section.questions.find((one) => one.code === code);
    return question ? labelOf(question) : code;
  };
  const keep = () => {
    if (name.en.trim() === '' || name.fr.trim() === '') return setError(words.needsName);
    if (chosen.length === 0) return setError(words.needsQuestions);
    setError(null);
    const named = { name: { en: name.en, fr: name.fr }, description };
    act.mutate(before ? { change: before, content: block, ...named } : { keep: block, ...named }, {
      onSuccess: () => done({ text: words.kept(read(name)) }),
    });
  };
  const choose = (id: string) => {
    setInto(id);
    const found = known.find((one) => one.id === id);
    if (found) {
      setName(found.name);
      setDescription({ en: found.description.en, fr: found.description.fr });
    }
  };
  return (
    <div className="stack">
      <p className="small muted">{words.keepLede}</p>
      {known.length > 0 ? (
        <SelectField
          label={words.where}
          value={into}
          options={[
            { value: '', label: words.fresh },
            ...known.map((one) => ({ value: one.id, label: words.newVersion(read(one.name)) })),
          ]}
          onChange={choose}
        />
      ) : null}
      <TextPair id="block-name" label={words.name} rows={1} value={name} onChange={setName} />
      <TextPair id="block-use" label={words.description} rows={2} value={description} onChange={setDescription} />
      <CheckGroup
        label={words.which}
        values={chosen.map((question) => question.code)}
        options={section.questions.map((question) => ({ value: question.code, label: labelOf(question) }))}
        onChange={(codes) =>
          setLeft(section.questions.map((question) => question.code).filter((code) => !codes.includes(code)))
        }
      />
      {dropped.length > 0 ? (
        <Message kind="caution">
          <p>{words.dropped}</p>
          <ul>
            {dropped.map(({ question, part }) => (
              <li key={`${question} ${part}`}>
                {nameOf(question)}, {words.parts[part]}
              </li>
            ))}
          </ul>
        </Message>
      ) : null}
      {error ? <Message kind="bad">{error}</Message> : null}
      {act.isError ? <ProblemMessage error={act.error} /> : null}
      <Actions>
        <Button kind="second" busy={act.isPending && words.saving} onClick={keep}>
          {words.keep}
        </Button>
      </Actions>
    </div>
  );
}
