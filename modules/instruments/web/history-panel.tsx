import { compareInstruments, filledInstrument } from '@common-measure/instrument';
import {
  Actions,
  Button,
  Card,
  Disclosure,
  Loaded,
  Tag,
  useDone,
  useFormat,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import type { InstrumentRevision } from '../revision-contract.ts';
import { ChangeList } from './change-list.tsx';
import type { DraftEditing } from './draft.ts';
import { historyMessages } from './history-words.ts';
import { useRevision, useRevisions } from './revision-queries.ts';

/** Every saved state by time and person; one can be looked at and restored. */
export function HistoryPanel({ editing, onBack }: { editing: DraftEditing; onBack: () => void }) {
  const words = useMessages(historyMessages);
  const [looked, setLooked] = useState<string | null>(null);
  if (looked !== null) return <Look editing={editing} revision={looked} onClose={() => setLooked(null)} />;
  return (
    <Card title={words.history} stack>
      <p className="small muted">{words.historyLede}</p>
      <States id={editing.id} onLook={setLooked} />
      <Actions>
        <Button kind="second" onClick={onBack}>
          {words.back}
        </Button>
      </Actions>
    </Card>
  );
}

function States({ id, onLook }: { id: string; onLook: (revision: string) => void }) {
  const words = useMessages(historyMessages);
  const query = useRevisions(id);
  return (
    <Loaded query={query}>
      {(all) => {
        const present = all.find(({ number }) => number !== null)?.id;
        return (
          <>
            <ol className="states">
              {sittingsOf(all).map(([latest, ...earlier]) =>
                latest ? (
                  <li key={latest.id}>
                    <State state={latest} isPresent={latest.id === present} onLook={onLook} />
                    {earlier.length > 0 ? (
                      <Disclosure summary={words.states(earlier.length)}>
                        <ol className="states">
                          {earlier.map((state) => (
                            <li key={state.id}>
                              <State state={state} isPresent={false} onLook={onLook} />
                            </li>
                          ))}
                        </ol>
                      </Disclosure>
                    ) : null}
                  </li>
                ) : null,
              )}
            </ol>
            {query.hasNextPage ? (
              <Actions>
                <Button kind="plain" onClick={() => void query.fetchNextPage()}>
                  {words.older}
                </Button>
              </Actions>
            ) : null}
          </>
        );
      }}
    </Loaded>
  );
}

function State({
  state,
  isPresent,
  onLook,
}: {
  state: InstrumentRevision;
  isPresent: boolean;
  onLook: (revision: string) => void;
}) {
  const words = useMessages(historyMessages);
  const { dateTime } = useFormat();
  return (
    <div className="state">
      <p>
        <time dateTime={state.at}>{dateTime(state.at)}</time>{' '}
        <span className="muted">
          {state.by ? words.by(state.by.name) : words.unknownBy} · {words.questions(state.questions)}
        </span>
      </p>
      <p className="tags">
        {isPresent ? <Tag kind="info">{words.present}</Tag> : null}
        {state.version === null ? null : <Tag kind="good">{words.published(state.version)}</Tag>}
        {state.number === null ? <Tag kind="caution">{words.aside}</Tag> : null}
      </p>
      {isPresent ? null : (
        <Button kind="plain" icon="eye" label={words.lookAt(dateTime(state.at))} onClick={() => onLook(state.id)}>
          {words.look}
        </Button>
      )}
    </div>
  );
}

function Look({ editing, revision, onClose }: { editing: DraftEditing; revision: string; onClose: () => void }) {
  const words = useMessages(historyMessages);
  const { dateTime } = useFormat();
  const done = useDone();
  return (
    <Loaded query={useRevision(editing.id, revision)}>
      {({ instrument, at }) => {
        const { changes } = compareInstruments(filledInstrument(editing.instrument), filledInstrument(instrument));
        return (
          <Card title={words.lookTitle(dateTime(at))} stack>
            <p>{changes.length === 0 ? words.noDifference : words.toPresent}</p>
            <ChangeList changes={changes} />
            <Actions>
              {changes.length === 0 ? null : (
                <Button
                  icon="undo"
                  onClick={() => {
                    editing.change(() => instrument);
                    done({ text: words.restored(dateTime(at)) });
                    onClose();
                  }}
                >
                  {words.restore}
                </Button>
              )}
              <Button kind="second" onClick={onClose}>
                {words.closeLook}
              </Button>
            </Actions>
          </Card>
        );
      }}
    </Loaded>
  );
}

/** States that one person saved with less than ten minutes between them belong to one sitting; what was published or set aside stands out. */
function sittingsOf(states: readonly InstrumentRevision[]): readonly (readonly InstrumentRevision[])[] {
  const sittings: InstrumentRevision[][] = [];
  for (const state of states) {
    const before = sittings.at(-1)?.at(-1);
    const isSame =
      before !== undefined &&
      before.by?.accountId === state.by?.accountId &&
      before.number !== null &&
      state.number !== null &&
      state.version === null &&
      Date.parse(before.at) - Date.parse(state.at) < 600_000;
    if (isSame) sittings.at(-1)?.push(state);
    else sittings.push([state]);
  }
  return sittings;
}
