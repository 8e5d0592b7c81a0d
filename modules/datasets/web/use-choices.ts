import type { Codebook } from '@common-measure/dataset';
import { api, problemOf } from '@common-measure/platform/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { datasetsApi, type ImportDetail } from '../contract.ts';
import { addressOf, importKey } from './dataset-queries.ts';
import { mergeChoices } from './merge-choices.ts';

export interface ChoicesState {
  readonly state: 'saved' | 'saving' | 'refused';
  /** Why the last save was refused. */
  readonly error: unknown;
  /** Somebody else has changed the same import meanwhile: what both have changed; null where nobody has. */
  readonly met: readonly string[] | null;
}

export interface Choices extends ChoicesState {
  readonly codebook: Codebook;
  /** Of the import as the server knows it now. */
  revision(): number;
  change(next: (before: Codebook) => Codebook): void;
  /** Saves what is not saved yet; true where everything is saved then. */
  flush(): Promise<boolean>;
}

const quietMs = 600;

/**
 * Edits the choices of an import in the page and saves them whole, 600 ms after the last change, one save at a time, each over the revision
 * before. Where somebody else was faster, both sets of choices are put together and saved: nothing is lost.
 */
export function useChoices(loaded: ImportDetail, initial: Codebook): Choices {
  const queries = useQueryClient();
  const [codebook, setCodebook] = useState(initial);
  const [state, setState] = useState<ChoicesState>({ state: 'saved', error: null, met: null });
  const work = useRef({
    latest: initial,
    saved: initial,
    revision: loaded.revision,
    running: null as Promise<boolean> | null,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
  });

  const takeIn = useCallback((theirs: ImportDetail): void => {
    const here = work.current;
    if (!theirs.codebook) return;
    const merged = mergeChoices(here.saved, here.latest, theirs.codebook);
    const hadOwn = here.latest !== here.saved;
    here.revision = theirs.revision;
    here.saved = theirs.codebook;
    here.latest = hadOwn ? merged.codebook : theirs.codebook;
    setCodebook(here.latest);
    if (hadOwn) setState((before) => ({ ...before, met: merged.both }));
  }, []);

  const flush = useCallback(async (): Promise<boolean> => {
    const here = work.current;
    if (here.running) return here.running.then((done) => done && flush());
    if (here.latest === here.saved) {
      setState((before) => ({ ...before, state: 'saved', error: null }));
      return true;
    }
    const send = async (): Promise<void> => {
      const sent = here.latest;
      const path = addressOf(datasetsApi.importCodebook, loaded.id);
      const reply = await api.put<ImportDetail>(path, { revision: here.revision, codebook: sent });
      here.revision = reply.revision;
      here.saved = sent;
      queries.setQueryData(importKey(loaded.id), reply);
    };
    const join = async (): Promise<void> => {
      takeIn(await api.get<ImportDetail>(addressOf(datasetsApi.import, loaded.id)));
      await send();
    };
    here.running = send()
      .catch((error: unknown) => {
        if (problemOf(error)?.code === 'import-moved-on') return join();
        throw error;
      })
      .then(() => {
        if (here.latest === here.saved) setState((before) => ({ ...before, state: 'saved', error: null }));
        return true;
      })
      .catch((error: unknown) => {
        setState((before) => ({ ...before, state: 'refused', error }));
        return false;
      })
      .finally(() => {
        here.running = null;
      });
    return here.running.then((done) => done && flush());
  }, [loaded.id, queries, takeIn]);

  // Somebody else has saved, and this page has just heard of it.
  useEffect(() => {
    if (loaded.revision > work.current.revision && work.current.running === null) takeIn(loaded);
  }, [loaded, takeIn]);
  useEffect(() => () => void flush(), [flush]);
  // The browser asks before it closes a page with choices that are not saved yet.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (work.current.latest !== work.current.saved) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);

  // The timer belongs to the change and not to the page: an undo that is pressed from another page is saved too.
  const change = useCallback(
    (next: (before: Codebook) => Codebook) => {
      const here = work.current;
      here.latest = next(here.latest);
      setCodebook(here.latest);
      setState((before) => ({ ...before, state: 'saving', error: null }));
      clearTimeout(here.timer);
      here.timer = setTimeout(() => void flush(), quietMs);
    },
    [flush],
  );
  const revision = useCallback(() => work.current.revision, []);
  return useMemo(() => ({ codebook, ...state, revision, change, flush }), [codebook, state, revision, change, flush]);
}
