import { type Instrument, languageName } from '@common-measure/instrument';
import { Button, Card, DataTable, useFormat, useMessages, useText } from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { type Conflicts, lateFileModes, waysInApi } from '../../ways-in/contract.ts';
import { AcceptConflict } from './accept-conflict.tsx';
import { useDifferences } from './differences.ts';
import { useWay } from './ways-queries.ts';
import { waysMessages } from './ways-words.ts';

type Kept = NonNullable<Conflicts['responses']>[number];

/** What was sent under the id of another response, or by a used link: how many, and, for who may read answers, what differs. */
export function ConflictsCard({
  surveyId,
  round,
  instrument,
}: {
  surveyId: string;
  /** Another than the present one. */
  round?: number | undefined;
  instrument: Instrument;
}) {
  const words = useMessages(waysMessages).conflicts;
  const { number } = useFormat();
  const { data } = useWay<Conflicts>(waysInApi.conflicts, surveyId, round);
  if (!data || data.count + data.accepted + data.refused === 0) return null;
  const { count, accepted, refused, responses } = data;
  return (
    <Card span={12} title={count > 0 ? words.title(number(count)) : words.titleNone} stack>
      {count > 0 ? <p>{words.more}</p> : null}
      {accepted > 0 ? <p>{words.accepted(number(accepted))}</p> : null}
      {refused > 0 ? <p>{words.refused(number(refused))}</p> : null}
      {responses === null && count > 0 ? <p className="muted">{words.notAllowed}</p> : null}
      {(responses ?? []).map((one, at) => (
        <OneKept
          key={`${one.responseId} ${one.content}`}
          kept={one}
          place={at + 1}
          surveyId={surveyId}
          round={round}
          instrument={instrument}
        />
      ))}
    </Card>
  );
}

interface KeptProps {
  readonly kept: Kept;
  /** Among those that are shown, from 1 on: two may say the same of themselves. */
  readonly place: number;
  readonly surveyId: string;
  readonly round: number | undefined;
  readonly instrument: Instrument;
}

function OneKept({ kept, place, surveyId, round, instrument }: KeptProps) {
  const messages = useMessages(waysMessages);
  const words = messages.conflicts;
  const read = useText();
  const { date, number } = useFormat();
  const [isAsked, setAsked] = useState(false);
  const rows = useDifferences(instrument, kept.answers, kept.first);
  const mode = lateFileModes.find((one) => one === kept.mode);
  const facts = [
    number(place),
    words.sentOn(date(kept.sentOn)),
    mode === undefined ? kept.mode : messages.late.modes[mode],
    read(languageName(kept.language)),
  ].join(' · ');
  return (
    <Card level={3} title={facts} stack className="section">
      <p className="small muted">{kept.first === null ? words.byLink : words.differing(number(rows.length))}</p>
      <DataTable
        caption={facts}
        captionHidden
        stacks
        rows={rows}
        rowKey={(row) => row.code}
        columns={[
          { key: 'question', header: words.question, cell: (row) => row.question },
          ...(kept.first === null
            ? []
            : [{ key: 'first', header: words.stands, cell: (row: (typeof rows)[number]) => row.first ?? words.none }]),
          {
            key: 'other',
            header: kept.first === null ? words.answer : words.other,
            cell: (row) => row.other ?? words.none,
          },
        ]}
      />
      {isAsked ? (
        <AcceptConflict surveyId={surveyId} round={round} kept={kept} onEnd={() => setAsked(false)} />
      ) : (
        <div className="actions">
          <Button kind="second" label={`${words.accept} (${facts})`} onClick={() => setAsked(true)}>
            {words.accept}
          </Button>
        </div>
      )}
    </Card>
  );
}
