import {
  addQuestion,
  addSection,
  type Instrument,
  insertBlock,
  matrixRows,
  moveQuestion,
  moveSection,
  pageSection,
  type Question,
  questionsOf,
  type RouteThrough,
  removeQuestion,
  removeSection,
  renameSection,
  replaceInMatrix,
  routeSection,
} from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import { Button, Empty, useDone, useMessages, useText } from '@common-measure/platform/web-kit';
import { useCallback, useEffect, useRef, useState } from 'react';
import { BankPanel } from './bank-panel.tsx';
import { BlockPanel } from './block-panel.tsx';
import { blockMessages } from './block-words.ts';
import { useBuilderKeys } from './builder-keys.ts';
import { builderMessages } from './builder-words.ts';
import { CodebookPanel } from './codebook-panel.tsx';
import { CommentsCard } from './comments-card.tsx';
import { ComparabilityCard } from './comparability-card.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { ComparisonSettings } from './comparison-settings.tsx';
import type { DraftEditing } from './draft.ts';
import { EditBar, isAtUndo, leadToUndo } from './edit-bar.tsx';
import { GroupsEditor } from './groups-editor.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { KeepBlock } from './keep-block.tsx';
import { kindMessages } from './kind-words.ts';
import { Outline } from './outline.tsx';
import { OwnPanel } from './own-panel.tsx';
import { partOf, withPart } from './part-at-hand.ts';
import { PartEditor } from './part-editor.tsx';
import { PathExplorer } from './path-explorer.tsx';
import { Preview } from './preview.tsx';
import { QualityPanel } from './quality-panel.tsx';
import { QuestionEditor } from './question-editor.tsx';
import { useLabels } from './question-labels.ts';
import { QuotaPanel } from './quota-panel.tsx';
import { useSelection } from './selection.ts';
import { SetEditor } from './set-editor.tsx';
import { SlotsCard } from './slots-card.tsx';
import { TextsEditor } from './texts-editor.tsx';
import { useLatest } from './use-latest.ts';

/** Outline, what is worked on, and the live preview. Every act can be undone. */
export function InstrumentBuilder({
  editing,
  organization,
  instrumentId,
}: {
  editing: DraftEditing;
  organization: LocalizedText;
  /** For pages of its own: preview in a full window, paper. */
  instrumentId: string;
}) {
  const words = useMessages(builderMessages);
  const blocks = useMessages(blockMessages);
  const kinds = useMessages(kindMessages);
  const read = useText();
  const labelOf = useLabels(editing.calm);
  const done = useDone();
  const { instrument, calm, flaws, change } = editing;
  const questions = questionsOf(instrument);
  const [selection, select] = useSelection(questions[0]?.code);
  const [route, setRoute] = useState<RouteThrough | null>(null);
  const work = useWorkInView(JSON.stringify(selection));
  // What was done can be taken back in the bar above.
  const undoing = (text: string) => done({ text });

  const addPart = () => {
    change((present) => addSection(present, { en: '', fr: '' }));
    const taken = new Set(instrument.sections.map((section) => section.code));
    const added = addSection(instrument, { en: '', fr: '' }).sections.find((section) => !taken.has(section.code));
    if (added) select({ kind: 'part', code: added.code });
  };
  const add = (question: Question, part: string) => {
    change((present) => {
      const home = withPart(present);
      return addQuestion(home, part || (home.sections[0]?.code ?? ''), question);
    });
    undoing(words.added(read(question.wording)));
  };
  const addOwn = (added: readonly Question[], part: string) => {
    const [first] = added;
    if (added.length > 1) undoing(kinds.added(added.length));
    change((present) => {
      const home = withPart(present);
      const into = part || (home.sections[0]?.code ?? '');
      return added.reduce((before, question) => addQuestion(before, into, question), home);
    });
    if (first) select({ kind: 'question', code: first.code });
  };
  const changeWhole = (part: Partial<Instrument>) => change((present) => ({ ...present, ...part }));
  const remove = (question: Question) => {
    const place = questions.findIndex((one) => one.code === question.code);
    const next = questions[place + 1] ?? questions[place - 1];
    undoing(words.removed(place + 1, labelOf(question)));
    leadToUndo();
    change((present) => removeQuestion(present, question.code));
    select(next ? { kind: 'question', code: next.code } : { kind: 'bank' });
  };
  const removePart = (code: string, title: LocalizedText) => {
    undoing(words.partRemoved(read(title) || words.newPart));
    leadToUndo();
    change((present) => removeSection(present, code));
    select({ kind: 'texts' });
  };
  const stableSelect = useLatest(select);
  const stableAddPart = useLatest(addPart);
  const keys = useBuilderKeys((by) => {
    const at = selection.kind === 'question' ? questions.findIndex((one) => one.code === selection.code) : -1;
    const next = questions[at + by];
    if (next) select({ kind: 'question', code: next.code });
  });
  const letGo = useCallback(() => setRoute(null), []);
  const home = partOf(calm, selection);
  const back = () => select(questions[0] ? { kind: 'question', code: questions[0].code } : { kind: 'texts' });

  const middle = () => {
    switch (selection.kind) {
      case 'texts':
        return (
          <>
            <TextsEditor instrument={instrument} onChange={changeWhole} />
            <SlotsCard instrument={instrument} onChange={changeWhole} />
            <ComparisonSettings instrument={instrument} onChange={changeWhole} />
            <GroupsEditor instrument={instrument} onEdit={change} />
            <ComparabilityCard instrument={instrument} />
            <CommentsCard instrument={instrument} place={{ kind: 'whole' }} />
          </>
        );
      case 'bank':
        return (
          <BankPanel
            instrument={instrument}
            startPart={instrument.sections.at(-1)?.code}
            onAdd={(question, part) => add(question, part)}
            onBack={back}
          />
        );
      case 'own':
        return (
          <OwnPanel
            instrument={instrument}
            startPart={instrument.sections.at(-1)?.code}
            onAdd={(added, part) => addOwn(added, part)}
            onBack={back}
          />
        );
      case 'blocks':
        return (
          <BlockPanel
            instrument={instrument}
            startPart={instrument.sections.at(-1)?.code}
            onInsert={(block, part, name) => {
              undoing(blocks.added(name, block.questions.length));
              change((present) =>
                insertBlock(withPart(present), part || withPart(present).sections[0]?.code || '', block),
              );
            }}
            onBack={back}
          />
        );
      case 'quotas':
        return <QuotaPanel instrument={instrument} onChange={change} />;
      case 'advice':
        return <QualityPanel instrument={instrument} />;
      case 'paths':
        return <PathExplorer instrument={instrument} route={route} onRoute={setRoute} />;
      case 'history':
        return <HistoryPanel editing={editing} onBack={back} />;
      case 'compare':
        return <ComparePanel id={editing.id} draft={instrument} onBack={back} />;
      case 'codebook':
        return <CodebookPanel instrument={instrument} />;
      case 'part': {
        const section = instrument.sections.find((one) => one.code === selection.code);
        return section ? (
          <>
            <PartEditor
              key={section.code}
              instrument={instrument}
              section={section}
              onRename={(title) => change((present) => renameSection(present, section.code, title))}
              onPaging={(paging) => change((present) => pageSection(present, section.code, paging))}
              onMove={(by) => change((present) => moveSection(present, section.code, by))}
              onRemove={() => removePart(section.code, section.title)}
              onChange={(part) => change((present) => routeSection(present, section.code, part))}
              onEdit={change}
              onSelect={(code) => select({ kind: 'part', code })}
            />
            <KeepBlock key={`keep ${section.code}`} instrument={instrument} section={section} />
            <CommentsCard instrument={instrument} place={{ kind: 'section', code: section.code }} />
          </>
        ) : null;
      }
      case 'question': {
        const place = questions.findIndex((one) => one.code === selection.code);
        const question = questions[place];
        // The rows of a grid stand first: they are what one works on there.
        const isRow = question !== undefined && matrixRows(instrument, question).length > 0;
        const set = question ? (
          <SetEditor key={`set ${question.code}`} instrument={instrument} question={question} onChange={change} />
        ) : null;
        return question ? (
          <>
            {isRow ? set : null}
            <QuestionEditor
              key={question.code}
              instrument={instrument}
              question={question}
              number={place + 1}
              of={questions.length}
              onChange={(next) => change((present) => replaceInMatrix(present, question.code, next))}
              onMove={(by) => change((present) => moveQuestion(present, question.code, by))}
              onRemove={() => remove(question)}
              onEdit={change}
              onSelect={(code) => select({ kind: 'question', code })}
            />
            {isRow ? null : set}
            <CommentsCard instrument={instrument} place={{ kind: 'question', code: question.code }} />
          </>
        ) : (
          <p className="muted">{words.choose}</p>
        );
      }
    }
  };
  return (
    <>
      <EditBar editing={editing} />
      <div className="builder section" ref={keys}>
        <p className="to-preview">
          <a href="#preview">{words.toPreview}</a>
        </p>
        <Outline
          instrument={calm}
          flaws={flaws}
          selection={selection}
          isFrozen={false}
          onSelect={stableSelect}
          onAddPart={stableAddPart}
        />
        <div className="stack work-pane" ref={work}>
          {questions.length === 0 && !['bank', 'own', 'blocks'].includes(selection.kind) ? (
            <Empty
              title={words.noQuestions}
              actions={<Button onClick={() => select({ kind: 'bank' })}>{words.addFromBank}</Button>}
            >
              {words.noQuestionsMore}
            </Empty>
          ) : null}
          {middle()}
        </div>
        <Preview
          instrument={calm}
          part={home}
          question={selection.kind === 'question' ? selection.code : null}
          organization={organization}
          instrumentId={instrumentId}
          route={selection.kind === 'paths' ? route : null}
          onLetGo={letGo}
        />
      </div>
    </>
  );
}

/**
 * What is chosen in the outline takes the focus, so that the keyboard goes on from there and is not lost with what was removed.
 * Where the columns stand below one another, it is brought into view.
 */
function useWorkInView(selection: string) {
  const work = useRef<HTMLDivElement>(null);
  const shown = useRef(selection);
  useEffect(() => {
    if (shown.current === selection) return;
    shown.current = selection;
    const frame = requestAnimationFrame(() => {
      if (isAtUndo()) return;
      const heading = work.current?.querySelector('h2');
      heading?.setAttribute('tabindex', '-1');
      heading?.focus({ preventScroll: true });
      const top = work.current?.getBoundingClientRect().top ?? 0;
      if (top < 0 || top > innerHeight * 0.7) work.current?.scrollIntoView();
    });
    return () => cancelAnimationFrame(frame);
  }, [selection]);
  return work;
}
