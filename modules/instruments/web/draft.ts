import { checkInstrument, type Instrument, type InstrumentFlaw, type MergeConflict } from '@common-measure/instrument';
import { api, problemOf } from '@common-measure/platform/web-kit';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type InstrumentDraft, instrumentsApi } from '../contract.ts';
import { type InstrumentPresence, revisionsApi } from '../revision-contract.ts';
import { chosen, conflictsOf, type DraftStand, met, type TakenIn } from './draft-sync.ts';
import { keepTrail, takeUp } from './draft-trail.ts';
import { type EditHistory, type EditStep, recorded, redone, type Turned, undone } from './edit-history.ts';

const addressOf = (id: string): string => instrumentsApi.instrument.replace(':id', id);

/** Saves under way, by questionnaire: who opens it again meanwhile waits for them, so that no change is read from before it. */
const underWay = new Map<string, Promise<boolean>>();

/** A questionnaire as it stands on the server. */
export function useInstrument(id: string): UseQueryResult<InstrumentDraft> {
  return useQuery({
    queryKey: ['instrument', id],
    queryFn: async () => {
      await underWay.get(id);
      return api.get<InstrumentDraft>(addressOf(id));
    },
    // Read once when it is opened: what is edited meanwhile is not replaced, and the next opening reads anew.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export interface DraftEditing {
  readonly id: string;
  readonly instrument: Instrument;
  /** The same a moment later while somebody types: for all that does not hold the words under the keys. */
  readonly calm: Instrument;
  /** What stands in the way of publishing, of the text on the page, saved or not; a moment behind while somebody types. */
  readonly flaws: readonly InstrumentFlaw[];
  /** `waiting`: somebody else changed the same places; saving waits for a choice. */
  readonly state: 'saved' | 'saving' | 'refused' | 'waiting';
  /** Why the last save was refused. */
  readonly error: unknown;
  readonly history: EditHistory;
  /** What came from somebody else since it was last read. */
  readonly taken: TakenIn | null;
  readonly conflicts: readonly MergeConflict[];
  /** Who made the other side of the conflicts. */
  readonly conflictsWith: string | null;
  readonly others: InstrumentPresence['others'];
  change(next: (before: Instrument) => Instrument): void;
  /** Takes the latest step back and tells which; null where there is none. */
  undo(): EditStep | null;
  redo(): EditStep | null;
  choose(conflict: MergeConflict, side: 'mine' | 'theirs'): void;
  /** Takes away what was said of the changes of others. */
  dismissTaken(): void;
  /** Saves what is not saved yet; true where everything is saved then. */
  flush(): Promise<boolean>;
}

/** How long after the last change a draft is saved, and how often it is asked who else is there. */
const savesAfterMs = 600;
const asksEveryMs = 15_000;
/** A pause in typing of so long lets outline, preview and checks catch up. */
const calmAfterMs = 250;

/**
 * Edits a draft in the page and saves it whole, 600 ms after the last change, one save at a time, each over the revision before. Where
 * somebody else saved before, both drafts are put together; what both changed waits for a choice, and one's own state is kept aside.
 */
export function useDraftEditing(loaded: InstrumentDraft): DraftEditing {
  const { id } = loaded;
  const [begun] = useState(() => takeUp(loaded));
  const [instrument, setInstrument] = useState(begun.stand.latest);
  const [history, setHistory] = useState(begun.history);
  const [state, setState] = useState<{ state: 'saved' | 'saving' | 'refused'; error: unknown }>({
    state: 'saved',
    error: null,
  });
  const [taken, setTaken] = useState<TakenIn | null>(null);
  const [others, setOthers] = useState<InstrumentPresence['others']>([]);
  const [meeting, setMeeting] = useState<DraftStand['meeting']>(null);
  const work = useRef({
    stand: begun.stand,
    history: begun.history,
    running: null as Promise<boolean> | null,
  });

  const show = useCallback((stand: DraftStand) => {
    work.current.stand = stand;
    setInstrument(stand.latest);
    setMeeting(stand.meeting);
    const isSaved = stand.latest === stand.saved && work.current.running === null;
    setState((before) => (before.state === 'refused' ? before : { state: isSaved ? 'saved' : 'saving', error: null }));
  }, []);

  const takeIn = useCallback(
    async (by: string | null): Promise<void> => {
      const theirs = await api.get<InstrumentDraft>(addressOf(id));
      const here = work.current;
      if (theirs.revision <= here.stand.revision) return;
      const next = met(here.stand, theirs, by);
      // Whatever is chosen, what stands here now is not lost.
      if (next.stand.meeting)
        await api.post(revisionsApi.revisions.replace(':id', id), { instrument: here.stand.latest });
      show(next.stand);
      setTaken(next.taken);
    },
    [id, show],
  );

  const flush = useCallback(async (): Promise<boolean> => {
    const here = work.current;
    if (here.running) return here.running.then((done) => done && flush());
    if (here.stand.meeting) return false;
    if (here.stand.latest === here.stand.saved) return true;
    const sent = here.stand.latest;
    setState({ state: 'saving', error: null });
    here.running = api
      .put<InstrumentDraft>(addressOf(id), { revision: here.stand.revision, instrument: sent })
      .then((draft) => {
        here.stand = { ...here.stand, revision: draft.revision, base: draft.instrument, saved: sent };
        if (here.stand.latest === sent) setState({ state: 'saved', error: null });
        return true;
      })
      .catch(async (error: unknown) => {
        if (problemOf(error)?.code === 'draft-moved-on') {
          const presence = await api.post<InstrumentPresence>(revisionsApi.presence.replace(':id', id));
          setOthers(presence.others);
          await takeIn(presence.savedBy);
          return !here.stand.meeting;
        }
        throw error;
      })
      .catch(async (error: unknown) => {
        setState({ state: 'refused', error });
        // Published meanwhile: what can no longer enter the draft is kept beside it.
        if (problemOf(error)?.code === 'instrument-frozen')
          await api.post(revisionsApi.revisions.replace(':id', id), { instrument: sent }).catch(() => undefined);
        return false;
      })
      .finally(() => {
        underWay.delete(id);
        here.running = null;
      });
    underWay.set(id, here.running);
    return here.running.then((done) => done && flush());
  }, [id, takeIn]);

  useEffect(() => {
    if (instrument === work.current.stand.saved || meeting) return;
    const timer = setTimeout(() => void flush(), savesAfterMs);
    return () => clearTimeout(timer);
  }, [instrument, meeting, flush]);
  useEffect(() => () => void flush(), [flush]);

  useEffect(() => {
    const address = revisionsApi.presence.replace(':id', id);
    const ask = async () => {
      if (document.visibilityState === 'hidden') return;
      const presence = await api.post<InstrumentPresence>(address);
      setOthers(presence.others);
      const here = work.current;
      if (presence.revision > here.stand.revision && !here.running && !here.stand.meeting)
        await takeIn(presence.savedBy);
    };
    // Who is there is a courtesy: where it cannot be learnt, the next save tells what is the matter.
    const asked = () => void ask().catch(() => undefined);
    asked();
    const timer = setInterval(asked, asksEveryMs);
    document.addEventListener('visibilitychange', asked);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', asked);
      void api.post(address, { leaves: true }).catch(() => undefined);
    };
  }, [id, takeIn]);

  const keep = useCallback(
    (next: EditHistory, latest: Instrument) => {
      work.current.history = next;
      setHistory(next);
      keepTrail(loaded, { history: next, latest });
    },
    [loaded],
  );
  const change = useCallback(
    (next: (before: Instrument) => Instrument) => {
      const { stand } = work.current;
      const latest = next(stand.latest);
      keep(recorded(work.current.history, stand.latest, latest, Date.now()), latest);
      show({ ...stand, latest });
    },
    [keep, show],
  );
  const turn = useCallback(
    (way: (history: EditHistory, present: Instrument) => Turned | null): EditStep | null => {
      const { stand } = work.current;
      const turned = way(work.current.history, stand.latest);
      if (!turned) return null;
      keep(turned.history, turned.instrument);
      show({ ...stand, latest: turned.instrument });
      return turned.step;
    },
    [keep, show],
  );
  const undo = useCallback(() => turn(undone), [turn]);
  const redo = useCallback(() => turn(redone), [turn]);
  const choose = useCallback(
    (conflict: MergeConflict, side: 'mine' | 'theirs') => show(chosen(work.current.stand, conflict, side)),
    [show],
  );
  const dismissTaken = useCallback(() => setTaken(null), []);

  const [calm, setCalm] = useState(begun.stand.latest);
  useEffect(() => {
    if (calm === instrument) return;
    const isTyping = work.current.history.past?.step.typing != null && work.current.history.future === null;
    const timer = setTimeout(() => startTransition(() => setCalm(instrument)), isTyping ? calmAfterMs : 0);
    return () => clearTimeout(timer);
  }, [instrument, calm]);
  const flaws = useMemo(() => checkInstrument(calm), [calm]);
  const conflicts = useMemo(
    () => (meeting ? conflictsOf({ ...work.current.stand, latest: instrument, meeting }) : []),
    [instrument, meeting],
  );
  return {
    id,
    instrument,
    calm,
    flaws,
    state: meeting ? 'waiting' : state.state,
    error: state.error,
    history,
    taken,
    conflicts,
    conflictsWith: meeting?.by ?? null,
    others,
    change,
    undo,
    redo,
    choose,
    dismissTaken,
    flush,
  };
}
