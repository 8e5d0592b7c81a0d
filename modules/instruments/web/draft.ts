import { checkInstrument, type Instrument, type InstrumentFlaw } from '@common-measure/instrument';
import { api } from '@common-measure/platform/web-kit';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type InstrumentDraft, instrumentsApi } from '../contract.ts';

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
  readonly instrument: Instrument;
  /** What stands in the way of publishing, of the text on the page, saved or not. */
  readonly flaws: readonly InstrumentFlaw[];
  readonly state: 'saved' | 'saving' | 'refused';
  /** Why the last save was refused. */
  readonly error: unknown;
  change(next: (before: Instrument) => Instrument): void;
  /** Saves what is not saved yet; true where everything is saved then. */
  flush(): Promise<boolean>;
}

/** Edits a draft in the page and saves it whole, 600 ms after the last change, one save at a time, each over the revision before. */
export function useDraftEditing(loaded: InstrumentDraft): DraftEditing {
  const [instrument, setInstrument] = useState(loaded.instrument);
  const [state, setState] = useState<{ state: DraftEditing['state']; error: unknown }>({ state: 'saved', error: null });
  const work = useRef({
    latest: loaded.instrument,
    saved: loaded.instrument,
    revision: loaded.revision,
    running: null as Promise<boolean> | null,
  });

  const flush = useCallback(async (): Promise<boolean> => {
    const here = work.current;
    if (here.running) return here.running.then((done) => done && flush());
    if (here.latest === here.saved) return true;
    const sent = here.latest;
    setState({ state: 'saving', error: null });
    here.running = api
      .put<InstrumentDraft>(addressOf(loaded.id), { revision: here.revision, instrument: sent })
      .then((draft) => {
        here.revision = draft.revision;
        here.saved = sent;
        if (here.latest === sent) setState({ state: 'saved', error: null });
        return true;
      })
      .catch((error: unknown) => {
        setState({ state: 'refused', error });
        return false;
      })
      .finally(() => {
        underWay.delete(loaded.id);
        here.running = null;
      });
    underWay.set(loaded.id, here.running);
    return here.running.then((done) => done && flush());
  }, [loaded.id]);

  useEffect(() => {
    if (instrument === work.current.saved) return;
    const timer = setTimeout(() => void flush(), 600);
    return () => clearTimeout(timer);
  }, [instrument, flush]);
  useEffect(() => () => void flush(), [flush]);

  const change = useCallback((next: (before: Instrument) => Instrument) => {
    work.current.latest = next(work.current.latest);
    setInstrument(work.current.latest);
    const isBack = work.current.latest === work.current.saved && work.current.running === null;
    setState((before) => (before.state === 'refused' ? before : { state: isBack ? 'saved' : 'saving', error: null }));
  }, []);
  return { instrument, flaws: checkInstrument(instrument), ...state, change, flush };
}
