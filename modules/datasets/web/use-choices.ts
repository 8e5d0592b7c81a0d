import type { Codebook } from '@common-measure/dataset';
import { api, problemOf } from '@common-measure/platform/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { datasetsApi, type ImportDetail } from '../contract.ts';
import { addressOf, importKey } from './dataset-queries.ts';
import { mergeChoices } from './merge-choices.ts';
import { findPending, keepPending, pendingChoices, withPending } from './pending-choices.ts';

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
  /** The same for an act that needs everything saved: throws why it could not be. */
  settle(): Promise<void>;
}

const quietMs = 600;

/**
 * Edits the choices of an import in the page and saves them whole, 600 ms after the last change, one save at a time, each over the revision
 * before. Until then they are kept in the browser, and a page that is opened again goes on from them. Where somebody else was faster,
 * both sets of choices are put together and saved: nothing is lost.
 */
export function useChoices(loaded: ImportDetail, initial: Codebook): Choices {
  const queries = useQueryClient();
  const [start] = useState(() => startOf(loaded.id, initial));
  const [codebook, setCodebook] = useState(start.latest);
  const [state, setState] = useState<ChoicesState>(start.state);
  const work = useRef({
    latest: start.latest,
    saved: initial,
    revision: loaded.revision,
    isKept: true,
    error: null as unknown,
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
      here.isKept = keepPending(loaded.id, pendingChoices(here.saved, here.latest));
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
        here.error = error;
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
  // What an earlier visit left unsaved is saved at once, and what this one leaves at its end.
  useEffect(() => {
    void flush();
    return () => void flush();
  }, [flush]);
  // Where the browser could not keep them, it asks before it closes a page with choices that are not saved yet.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      const { latest, saved, isKept } = work.current;
      if (latest !== saved && !isKept) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);

  // The timer belongs to the change and not to the page: an undo that is pressed from another page is saved too.
  const change = useCallback(
    (next: (before: Codebook) => Codebook) => {
      const here = work.current;
      here.latest = next(here.latest);
      here.isKept = keepPending(loaded.id, pendingChoices(here.saved, here.latest));
      setCodebook(here.latest);
      setState((before) => ({ ...before, state: 'saving', error: null }));
      clearTimeout(here.timer);
      here.timer = setTimeout(() => void flush(), quietMs);
    },
    [flush, loaded.id],
  );
  const settle = useCallback(async () => {
    if (!(await flush())) throw work.current.error;
  }, [flush]);
  const revision = useCallback(() => work.current.revision, []);
  return useMemo(
    () => ({ codebook, ...state, revision, change, flush, settle }),
    [codebook, state, revision, change, flush, settle],
  );
}

/** The choices as the server has them, with those over them that an earlier visit left unsaved. */
function startOf(importId: string, initial: Codebook): { readonly latest: Codebook; readonly state: ChoicesState } {
  const pending = findPending(importId);
  if (pending === null) return { latest: initial, state: { state: 'saved', error: null, met: null } };
  const { codebook, both } = withPending(initial, pending);
  return { latest: codebook, state: { state: 'saving', error: null, met: both.length > 0 ? both : null } };
}
