import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { useMessages } from './language.tsx';
import { usePath } from './link.tsx';
import { Message, ProblemMessage } from './message.tsx';
import { kitMessages } from './words.ts';

export interface Done {
  /** What was done, as a sentence ("Question 6 removed."). */
  readonly text: string;
  readonly more?: string | undefined;
  /** Takes it back; missing where it cannot be. */
  readonly undo?: (() => Promise<void> | void) | undefined;
}

const DoneContext = createContext<(done: Done | null) => void>(() => undefined);
const LatestContext = createContext<Done | null>(null);

/** An act that leads to another page says so there: the address changes within this time after the words are set. */
const leadsOnMs = 1000;

export function DoneProvider({ children }: { children: ReactNode }) {
  const [done, setLatest] = useState<Done | null>(null);
  const saidAt = useRef(0);
  const path = usePath();
  const setDone = useCallback((next: Done | null) => {
    saidAt.current = Date.now();
    setLatest(next);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words end with the page they belong to
  useEffect(() => {
    if (Date.now() - saidAt.current > leadsOnMs) setLatest(null);
  }, [path]);
  return (
    <DoneContext value={setDone}>
      <LatestContext value={done}>{children}</LatestContext>
    </DoneContext>
  );
}

/** Says what was done, with Undo; stays on top of the page until the next act or another page. Null takes the message away. */
export function useDone(): (done: Done | null) => void {
  return useContext(DoneContext);
}

/** The place of the latest done message; the page shell has one. */
export function UndoBar() {
  const done = useContext(LatestContext);
  const setDone = useContext(DoneContext);
  const words = useMessages(kitMessages);
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const undo = useCallback(async () => {
    setState({ busy: true, error: null });
    try {
      await done?.undo?.();
      setDone(null);
      setState({ busy: false, error: null });
    } catch (error) {
      setState({ busy: false, error });
    }
  }, [done, setDone]);
  return (
    <div role="status" className={done ? 'undo-bar' : undefined}>
      {state.error ? <ProblemMessage error={state.error} /> : null}
      {done ? (
        <Message
          kind="good"
          live={null}
          title={done.text}
          actions={
            done.undo ? (
              <Button kind="second" icon="undo" busy={state.busy && words.undoing} onClick={() => void undo()}>
                {words.undo}
              </Button>
            ) : undefined
          }
        >
          {done.more}
        </Message>
      ) : null}
    </div>
  );
}
