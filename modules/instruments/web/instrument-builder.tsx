import {
  addQuestion,
  addSection,
  type Instrument,
  moveQuestion,
  moveSection,
  pageSection,
  type Question,
  questionsOf,
  removeQuestion,
  removeSection,
  renameSection,
  replaceQuestion,
  sectionOf,
} from '@common-measure/instrument';
import type { LocalizedText } from '@common-measure/kernel';
import { Button, Empty, useDone, useMessages, useText } from '@common-measure/platform/web-kit';
import { useEffect, useRef } from 'react';
import { BankPanel } from './bank-panel.tsx';
import { builderMessages } from './builder-words.ts';
import type { DraftEditing } from './draft.ts';
import { Outline } from './outline.tsx';
import { OwnPanel } from './own-panel.tsx';
import { PartEditor } from './part-editor.tsx';
import { Preview } from './preview.tsx';
import { QuestionEditor } from './question-editor.tsx';
import { useLabels } from './question-labels.ts';
import { QuotaPanel } from './quota-panel.tsx';
import { type Selection, useSelection } from './selection.ts';
import { TextsEditor } from './texts-editor.tsx';

/** Outline, what is worked on, and the live preview. Every act can be undone. */
export function InstrumentBuilder({ editing, organization }: { editing: DraftEditing; organization: LocalizedText }) {
  const words = useMessages(builderMessages);
  const read = useText();
  const labelOf = useLabels(editing.instrument);
  const done = useDone();
  const { instrument, flaws, change } = editing;
  const questions = questionsOf(instrument);
  const [selection, select] = useSelection(questions[0]?.code);
  const work = useWorkInView(JSON.stringify(selection));
  const undoing = (text: string, before: Instrument) => done({ text, undo: () => change(() => before) });

  const addPart = () => {
    change((present) => addSection(present, { en: '', fr: '' }));
    const taken = new Set(instrument.sections.map((section) => section.code));
    const added = addSection(instrument, { en: '', fr: '' }).sections.find((section) => !taken.has(section.code));
    if (added) select({ kind: 'part', code: added.code });
  };
  const add = (question: Question, part: string, isOwn: boolean) => {
    const before = instrument;
    change((present) => {
      const home = present.sections.length > 0 ? present : addSection(present, { en: 'Questions', fr: 'Questions' });
      return addQuestion(home, part || (home.sections[0]?.code ?? ''), question);
    });
    if (isOwn) select({ kind: 'question', code: question.code });
    else undoing(words.added(read(question.wording)), before);
  };
  const remove = (question: Question) => {
    const place = questions.findIndex((one) => one.code === question.code);
    const next = questions[place + 1] ?? questions[place - 1];
    undoing(words.removed(place + 1, labelOf(question)), instrument);
    change((present) => removeQuestion(present, question.code));
    select(next ? { kind: 'question', code: next.code } : { kind: 'bank' });
  };
  const removePart = (code: string, title: LocalizedText) => {
    undoing(words.partRemoved(read(title) || words.newPart), instrument);
    change((present) => removeSection(present, code));
    select({ kind: 'texts' });
  };
  const home = partOf(instrument, selection);
  const back = () => select(questions[0] ? { kind: 'question', code: questions[0].code } : { kind: 'texts' });

  const middle = () => {
    switch (selection.kind) {
      case 'texts':
        return (
          <TextsEditor instrument={instrument} onChange={(part) => change((present) => ({ ...present, ...part }))} />
        );
      case 'bank':
        return (
          <BankPanel
            instrument={instrument}
            startPart={instrument.sections.at(-1)?.code}
            onAdd={(question, part) => add(question, part, false)}
            onBack={back}
          />
        );
      case 'own':
        return (
          <OwnPanel
            instrument={instrument}
            startPart={instrument.sections.at(-1)?.code}
            onAdd={(question, part) => add(question, part, true)}
            onBack={back}
          />
        );
      case 'quotas':
        return <QuotaPanel instrument={instrument} onChange={change} />;
      case 'part': {
        const section = instrument.sections.find((one) => one.code === selection.code);
        return section ? (
          <PartEditor
            key={section.code}
            section={section}
            onRename={(title) => change((present) => renameSection(present, section.code, title))}
            onPaging={(paging) => change((present) => pageSection(present, section.code, paging))}
            onMove={(by) => change((present) => moveSection(present, section.code, by))}
            onRemove={() => removePart(section.code, section.title)}
          />
        ) : null;
      }
      case 'question': {
        const place = questions.findIndex((one) => one.code === selection.code);
        const question = questions[place];
        return question ? (
          <QuestionEditor
            key={question.code}
            instrument={instrument}
            question={question}
            number={place + 1}
            of={questions.length}
            onChange={(next) => change((present) => replaceQuestion(present, question.code, next))}
            onMove={(by) => change((present) => moveQuestion(present, question.code, by))}
            onRemove={() => remove(question)}
          />
        ) : (
          <p className="muted">{words.choose}</p>
        );
      }
    }
  };
  return (
    <div className="builder section">
      <p className="to-preview">
        <a href="#preview">{words.toPreview}</a>
      </p>
      <Outline
        instrument={instrument}
        flaws={flaws}
        selection={selection}
        isFrozen={false}
        onSelect={select}
        onAddPart={addPart}
      />
      <div className="stack" ref={work}>
        {questions.length === 0 && selection.kind !== 'bank' && selection.kind !== 'own' ? (
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
        instrument={instrument}
        part={home}
        question={selection.kind === 'question' ? selection.code : null}
        organization={organization}
      />
    </div>
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

/** The part whose page the preview shows; null for the introduction. */
function partOf(instrument: Instrument, selection: Selection): string | null {
  if (selection.kind === 'question') return sectionOf(instrument, selection.code)?.code ?? null;
  if (selection.kind === 'part') return selection.code;
  return selection.kind === 'texts' ? null : (instrument.sections.at(-1)?.code ?? null);
}
