import { changedPlaces, type Instrument, questionsOf } from '@common-measure/instrument';
import {
  Actions,
  Button,
  Icon,
  Link,
  Message,
  useLanguage,
  useMessages,
  usePath,
  useSearch,
} from '@common-measure/platform/web-kit';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { changesInWords } from './change-in-words.ts';
import { ConflictList } from './conflict-list.tsx';
import type { DraftEditing } from './draft.ts';
import type { EditStep } from './edit-history.ts';
import { historyMessages } from './history-words.ts';
import { searchFor } from './selection.ts';

const undoId = 'undo-last';
let leads = false;

/** After a removal the focus would be nowhere: it goes to Undo with the next change of what is shown. */
export function leadToUndo(): void {
  leads = true;
}

/** Whether the focus has just gone to Undo, or stands on a button of the bar and is to stay there; its links lead on. */
export function isAtUndo(): boolean {
  if (leads) document.getElementById(undoId)?.focus({ preventScroll: true });
  leads = false;
  return document.activeElement?.closest('.edit-bar button') != null;
}

/** Undo and redo with what they would do, the way to the history, who else is here, and what came from them. */
export function EditBar({ editing }: { editing: DraftEditing }) {
  const words = useMessages(historyMessages);
  const path = usePath();
  const [, show] = useSearch();
  const [said, setSaid] = useState('');
  const { history, instrument } = editing;
  const inWords = useCallback(
    (step: EditStep) => changesInWords(words, changedPlaces(step.before, step.after), step.after, step.before),
    [words],
  );
  const [back, forward] = [history.past?.step ?? null, history.future?.step ?? null];
  const undoWords = useMemo(() => (back ? inWords(back) : null), [back, inWords]);
  const redoWords = useMemo(() => (forward ? inWords(forward) : null), [forward, inWords]);
  const turn = (way: 'undo' | 'redo') => {
    const step = editing[way]();
    if (!step) return;
    setSaid(way === 'undo' ? words.undid(inWords(step)) : words.redid(inWords(step)));
    const shown = way === 'undo' ? step.before : step.after;
    const place = changedPlaces(step.before, step.after)[0]?.place;
    const code = place?.question;
    if (code && questionsOf(shown).some((question) => question.code === code))
      show(searchFor({ kind: 'question', code }));
    else if (place?.section && shown.sections.some((section) => section.code === place.section))
      show(searchFor({ kind: 'part', code: place.section }));
  };
  useUndoKeys(turn, instrument);
  return (
    <div className="edit-bar stack">
      <Actions>
        <fieldset className="actions" aria-label={words.bar}>
          <TurnButton
            id={undoId}
            icon="undo"
            label={words.undo}
            what={undoWords}
            nothing={words.nothingToUndo}
            onPress={() => turn('undo')}
          />
          <TurnButton
            id="redo-last"
            icon="redo"
            label={words.redo}
            what={redoWords}
            nothing={words.nothingToRedo}
            onPress={() => turn('redo')}
          />
        </fieldset>
        <Link className="btn plain" to={path} search={searchFor({ kind: 'history' })}>
          {words.history}
        </Link>
        <Link className="btn plain" to={path} search={searchFor({ kind: 'compare' })}>
          {words.compare}
        </Link>
        <Presence editing={editing} />
      </Actions>
      <p className="vh" role="status">
        {said}
      </p>
      <Taken editing={editing} />
      {editing.conflicts.length > 0 ? <ConflictList editing={editing} /> : null}
    </div>
  );
}

/** Never disabled, so that the focus stays on it when the last step is taken back. */
function TurnButton({
  id,
  icon,
  label,
  what,
  nothing,
  onPress,
}: {
  id: string;
  icon: 'undo' | 'redo';
  label: string;
  what: string | null;
  nothing: string;
  onPress: () => void;
}) {
  return (
    <button type="button" id={id} className="btn second turn" aria-disabled={what === null} onClick={onPress}>
      <Icon name="undo" className={icon === 'redo' ? 'mirrored' : ''} />
      <span>
        {label} <span className="what">{what ?? <span className="vh">{nothing}</span>}</span>
      </span>
    </button>
  );
}

function Presence({ editing: { others } }: { editing: DraftEditing }) {
  const words = useMessages(historyMessages);
  const { time, list } = useTimes();
  const [first] = others;
  return (
    <p className="small muted" role="status">
      {first ? (
        <>
          <Icon name="people" />{' '}
          {others.length === 1
            ? words.openToo(first.name, time(first.since))
            : words.openTooMany(list(others.map(({ name }) => name)))}
        </>
      ) : null}
    </p>
  );
}

function Taken({ editing: { taken, instrument, dismissTaken } }: { editing: DraftEditing }) {
  const words = useMessages(historyMessages);
  if (!taken) return null;
  const by = taken.by ?? words.somebody;
  return (
    <Message
      live="status"
      title={words.takenTitle(by, changesInWords(words, taken.changes, instrument))}
      actions={
        <Button kind="plain" onClick={dismissTaken}>
          {words.seen}
        </Button>
      }
    >
      {words.takenMore}
    </Message>
  );
}

/** Times of day and lists of names as the reader writes them. */
function useTimes() {
  const language = useLanguage();
  const locale = `${language}-CA`;
  return {
    time: (iso: string) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(iso)),
    list: (names: readonly string[]) => new Intl.ListFormat(locale).format(names),
  };
}

/**
 * Ctrl or Cmd with Z, Shift+Z and Y, wherever the focus is. A text field whose words are not the draft's (a search, a comment) keeps
 * its own undoing once something was typed there.
 */
function useUndoKeys(turn: (way: 'undo' | 'redo') => void, instrument: Instrument) {
  const fields = useRef({ typed: new WeakSet<EventTarget>(), ofDraft: new WeakSet<EventTarget>() });
  const latest = useRef(turn);
  useEffect(() => {
    latest.current = turn;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has the focus when the draft changes is a field of the draft
  useEffect(() => {
    if (document.activeElement) fields.current.ofDraft.add(document.activeElement);
  }, [instrument]);
  useEffect(() => {
    const { typed, ofDraft } = fields.current;
    const type = ({ target }: Event) => {
      if (target) typed.add(target);
    };
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && (key !== 'y' || event.shiftKey)) return;
      const { target } = event;
      if (target && typed.has(target) && !ofDraft.has(target)) return;
      event.preventDefault();
      latest.current(key === 'y' || event.shiftKey ? 'redo' : 'undo');
    };
    document.addEventListener('input', type, true);
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('input', type, true);
      document.removeEventListener('keydown', press);
    };
  }, []);
}
