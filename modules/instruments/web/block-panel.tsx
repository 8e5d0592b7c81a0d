import type { Instrument, QuestionBlock } from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import {
  Actions,
  Button,
  Card,
  Disclosure,
  Empty,
  Loaded,
  ProblemMessage,
  SelectField,
  TextField,
  useDone,
  useFormat,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import type { OwnBlock } from '../block-contract.ts';
import { useBlockAct, useBlocks } from './block-queries.ts';
import { blockMessages } from './block-words.ts';
import { builderMessages } from './builder-words.ts';
import { TextPair } from './text-pair.tsx';

/** The blocks of the organization beside the questionnaire: each can be added to a part, renamed and removed. */
export function BlockPanel({
  instrument,
  startPart,
  onInsert,
  onBack,
}: {
  instrument: Instrument;
  startPart: string | undefined;
  onInsert: (block: QuestionBlock, part: string, name: string) => void;
  onBack: () => void;
}) {
  const words = useMessages(blockMessages);
  const builder = useMessages(builderMessages);
  const read = useText();
  const blocks = useBlocks();
  const [wanted, setWanted] = useState('');
  const [chosen, setPart] = useState(startPart ?? '');
  const { sections } = instrument;
  const part = sections.some((section) => section.code === chosen) ? chosen : (sections[0]?.code ?? '');
  return (
    <Card title={words.title} stack>
      <Actions>
        <Button kind="plain" onClick={onBack}>
          {builder.back}
        </Button>
      </Actions>
      <p className="small muted">{words.lede}</p>
      <Loaded query={blocks}>
        {(all) => {
          if (all.length === 0)
            return (
              <Empty title={words.none} level={3}>
                {words.noneMore}
              </Empty>
            );
          const found = all.filter((block) => hasWords(block, wanted));
          return (
            <>
              {sections.length > 0 ? (
                <SelectField
                  label={builder.intoPart}
                  value={part}
                  options={sections.map(({ code, title }) => ({ value: code, label: read(title) || builder.newPart }))}
                  onChange={setPart}
                />
              ) : null}
              <TextField type="search" label={words.search} value={wanted} onChange={setWanted} />
              {found.length === 0 ? <p>{words.noMatch}</p> : null}
              {found.map((block) => (
                <BlockEntry
                  key={block.id}
                  block={block}
                  onInsert={() => onInsert(block.content, part, read(block.name))}
                />
              ))}
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}

function BlockEntry({ block, onInsert }: { block: OwnBlock; onInsert: () => void }) {
  const words = useMessages(blockMessages);
  const read = useText();
  const format = useFormat();
  const done = useDone();
  const act = useBlockAct();
  const [named, setNamed] = useState<{ name: LocalizedText; description: LocalizedText } | null>(null);
  const name = read(block.name);
  const remove = () =>
    act.mutate(
      { remove: block.id, removed: true },
      {
        onSuccess: () =>
          done({
            text: words.removed(name),
            undo: async () => void (await act.mutateAsync({ remove: block.id, removed: false })),
          }),
      },
    );
  const save = () => {
    if (named) act.mutate({ change: block, ...named }, { onSuccess: () => setNamed(null) });
  };
  return (
    <article className="slot stack">
      {named ? (
        <>
          <TextPair
            id={`name-${block.id}`}
            label={words.name}
            rows={1}
            value={named.name}
            onChange={(text) => setNamed({ ...named, name: text })}
          />
          <TextPair
            id={`use-${block.id}`}
            label={words.description}
            rows={2}
            value={named.description}
            onChange={(description) => setNamed({ ...named, description })}
          />
        </>
      ) : (
        <>
          <h3>{name}</h3>
          {read(block.description) ? <p>{read(block.description)}</p> : null}
        </>
      )}
      <p className="small muted">
        {words.questions(block.content.questions.length)}. {words.facts(block.version, block.by, format.date(block.at))}
      </p>
      <Disclosure summary={words.show}>
        <ol>
          {block.content.questions.map((question) => (
            <li key={question.code}>{read(question.wording)}</li>
          ))}
        </ol>
      </Disclosure>
      {act.isError ? <ProblemMessage error={act.error} /> : null}
      <Actions className="tight">
        {named ? (
          <>
            <Button kind="second" busy={act.isPending && words.saving} onClick={save}>
              {words.save}
            </Button>
            <Button kind="plain" onClick={() => setNamed(null)}>
              {words.cancel}
            </Button>
          </>
        ) : (
          <>
            <Button kind="second" icon="plus" label={words.addThis(name)} onClick={onInsert}>
              {words.add}
            </Button>
            <Button
              kind="plain"
              label={words.renameThis(name)}
              onClick={() => setNamed({ name: block.name, description: block.description })}
            >
              {words.rename}
            </Button>
            <Button kind="plain" label={words.removeThis(name)} onClick={remove}>
              {words.remove}
            </Button>
          </>
        )}
      </Actions>
    </article>
  );
}

function hasWords({ name, description, content }: OwnBlock, wanted: string): boolean {
  const texts = [name, description, ...content.questions.map((question) => question.wording)];
  const all = folded(texts.flatMap((text) => [text.en, text.fr]).join(' '));
  return folded(wanted)
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
