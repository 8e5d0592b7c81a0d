import { type Instrument, type InstrumentFlaw, withoutPipes } from '@common-measure/instrument';
import { Actions, Button, Card, Link, Tag, useMessages, usePath, useText } from '@common-measure/platform/web-kit';
import { memo, useEffect } from 'react';
import { blockMessages } from './block-words.ts';
import { useLinkList } from './builder-keys.ts';
import { builderMessages } from './builder-words.ts';
import { codebookMessages } from './codebook-words.ts';
import { CommentMark } from './comment-mark.tsx';
import { useOpenComments } from './comment-queries.ts';
import { KeyboardNote } from './keyboard-note.tsx';
import { pathMessages } from './path-words.ts';
import { qualityMessages } from './quality-words.ts';
import { useLabels } from './question-labels.ts';
import { RoutingMark } from './question-routing.tsx';
import { quotaMessages } from './quota-words.ts';
import { type Selection, searchFor } from './selection.ts';
import { useAdvice } from './use-advice.ts';

/** The questions in their parts, each a link; what is not finished carries a mark with its language. */
export const Outline = memo(function Outline({
  instrument,
  flaws,
  selection,
  isFrozen,
  onSelect,
  onAddPart,
}: {
  instrument: Instrument;
  flaws: readonly InstrumentFlaw[];
  selection: Selection;
  isFrozen: boolean;
  onSelect: (selection: Selection) => void;
  onAddPart: () => void;
}) {
  const words = useMessages(builderMessages);
  const quotaWords = useMessages(quotaMessages);
  const blocks = useMessages(blockMessages);
  const pathWords = useMessages(pathMessages);
  const read = useText();
  const path = usePath();
  const openComments = useOpenComments();
  const labelOf = useLabels(instrument);
  const quality = useMessages(qualityMessages);
  const codebook = useMessages(codebookMessages);
  const advice = useAdvice(instrument).open;
  const routed = new Map(instrument.sections.flatMap((one) => one.questions).map((one) => [one.code, one]));
  const { ref: list, onKeyDown } = useLinkList<HTMLOListElement>();
  const tools = useLinkList<HTMLUListElement>();
  const shown = JSON.stringify(selection);
  // What is worked on stays in sight in a long list, without moving the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list moves with what is chosen
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (!list.current || !chosen) return;
    const [box, at] = [list.current.getBoundingClientRect(), chosen.getBoundingClientRect()];
    if (at.top < box.top) list.current.scrollTop -= box.top - at.top + at.height;
    else if (at.bottom > box.bottom) list.current.scrollTop += at.bottom - box.bottom + at.height;
  }, [shown]);
  let number = 0;
  const flawsOf = Map.groupBy(flaws, (flaw) => flaw.question);
  const marks = (code: string) => [
    ...new Set((flawsOf.get(code) ?? []).map((flaw) => flaw.language?.toUpperCase() ?? '!')),
  ];
  const current = (wanted: Selection): 'true' | undefined =>
    JSON.stringify(wanted) === JSON.stringify(selection) ? 'true' : undefined;
  const entry = (wanted: Selection, label: string, no: number | null, tags: readonly string[]) => (
    <Link to={path} search={searchFor(wanted)} aria-current={current(wanted)}>
      <span className="no">{no}</span>
      <span>{label || words.untitled}</span>
      <span>
        {wanted.kind === 'question' ? <RoutingMark instrument={instrument} part={routed.get(wanted.code)} /> : null}
        {wanted.kind === 'question' ? <CommentMark count={openComments(`question ${wanted.code}`)} /> : null}
        {wanted.kind === 'texts' ? <CommentMark count={openComments('whole')} /> : null}
        {tags.map((tag) => (
          <Tag key={tag} kind="caution">
            {tag}
          </Tag>
        ))}
      </span>
    </Link>
  );
  return (
    <Card title={words.outline} className="outline-pane">
      {isFrozen ? null : (
        <Actions className="outline-acts">
          <Button kind="second" icon="plus" onClick={() => onSelect({ kind: 'bank' })}>
            {words.addFromBank}
          </Button>
          <Button kind="plain" icon="edit" onClick={() => onSelect({ kind: 'own' })}>
            {words.writeOne}
          </Button>
          <Button kind="plain" icon="copy" onClick={() => onSelect({ kind: 'blocks' })}>
            {blocks.open}
          </Button>
          <Button kind="plain" icon="plus" onClick={onAddPart}>
            {words.addPart}
          </Button>
        </Actions>
      )}
      <ol className="outline outline-questions" ref={list} onKeyDown={onKeyDown}>
        <li>
          {entry(
            { kind: 'texts' },
            words.texts,
            null,
            flaws.some((flaw) => flaw.section === null && !flaw.quota && flaw.code === 'text-missing') ? ['!'] : [],
          )}
        </li>
        {instrument.sections.flatMap((section) => [
          <li key={`part ${section.code}`}>
            <Link
              to={path}
              search={searchFor({ kind: 'part', code: section.code })}
              className="sec"
              aria-current={current({ kind: 'part', code: section.code })}
            >
              {read(withoutPipes(section.title)) || words.newPart}{' '}
              <RoutingMark instrument={instrument} part={section} />{' '}
              <CommentMark count={openComments(`section ${section.code}`)} />
            </Link>
          </li>,
          ...section.questions.map((question) => {
            number += 1;
            return (
              <li key={`question ${question.code}`}>
                {entry({ kind: 'question', code: question.code }, labelOf(question), number, marks(question.code))}
              </li>
            );
          }),
        ])}
      </ol>
      <ul className="outline outline-tools" {...tools}>
        {isFrozen ? null : (
          <li>
            {entry(
              { kind: 'quotas' },
              quotaWords.quotas,
              null,
              flaws.some((flaw) => flaw.quota !== undefined) ? ['!'] : [],
            )}
          </li>
        )}
        <li>{entry({ kind: 'paths' }, pathWords.paths, null, [])}</li>
        {isFrozen ? null : <li>{entry({ kind: 'advice' }, quality.checksCount(advice.length), null, [])}</li>}
        <li>{entry({ kind: 'codebook' }, codebook.codebook, null, [])}</li>
      </ul>
      {isFrozen ? null : <KeyboardNote />}
    </Card>
  );
});
