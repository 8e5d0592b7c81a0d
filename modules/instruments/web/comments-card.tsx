import type { Instrument } from '@common-measure/instrument';
import { questionsOf } from '@common-measure/instrument';
import {
  Actions,
  Button,
  Card,
  Disclosure,
  ProblemMessage,
  TextField,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useContext, useState } from 'react';
import type { CommentPlace } from '../comment-contract.ts';
import { CommentedInstrument, conversationsAt, samePlace, useCommentAct, useComments } from './comment-queries.ts';
import { CommentThread } from './comment-thread.tsx';
import { commentMessages } from './comment-words.ts';

/**
 * What colleagues say about one place of a questionnaire, open conversations first, and a box to say more. At the whole questionnaire
 * also what was said about parts and questions that are gone.
 */
export function CommentsCard({ instrument, place }: { instrument: Instrument; place: CommentPlace }) {
  const words = useMessages(commentMessages);
  const isThere = useContext(CommentedInstrument) !== null;
  const said = useComments().data ?? [];
  if (!isThere) return null;
  const here = conversationsAt(said, (one) => samePlace(one, place));
  const open = here.filter(({ first }) => first.resolved === null);
  const settled = here.filter(({ first }) => first.resolved !== null);
  const codes = new Set([
    ...questionsOf(instrument).map(({ code }) => `question ${code}`),
    ...instrument.sections.map(({ code }) => `section ${code}`),
  ]);
  const gone =
    place.kind === 'whole'
      ? conversationsAt(said, (one) => one.kind !== 'whole' && !codes.has(`${one.kind} ${one.code}`))
      : [];
  return (
    <Card title={words.title} stack className="comments">
      <p className="small muted">
        {words.about[place.kind]}. {open.length > 0 ? words.open(open.length) : settled.length > 0 ? null : words.none}
      </p>
      {open.map((conversation) => (
        <CommentThread key={conversation.first.id} conversation={conversation} />
      ))}
      <CommentForm key={JSON.stringify(place)} place={place} />
      {settled.length > 0 ? (
        <Disclosure summary={words.settled(settled.length)}>
          {settled.map((conversation) => (
            <CommentThread key={conversation.first.id} conversation={conversation} />
          ))}
        </Disclosure>
      ) : null}
      {gone.length > 0 ? (
        <Disclosure summary={words.gone}>
          {gone.map((conversation) => (
            <div key={conversation.first.id}>
              <p className="small muted">
                {conversation.first.place.kind === 'whole' ? null : words.goneCode(conversation.first.place.code)}
              </p>
              <CommentThread conversation={conversation} />
            </div>
          ))}
        </Disclosure>
      ) : null}
    </Card>
  );
}

function CommentForm({ place }: { place: CommentPlace }) {
  const words = useMessages(commentMessages);
  const act = useCommentAct();
  const [text, setText] = useState('');
  const send = () => {
    if (text.trim() !== '') act.mutate({ write: text.trim(), place, replyTo: null }, { onSuccess: () => setText('') });
  };
  return (
    <>
      <TextField label={words.write} rows={2} value={text} onChange={setText} />
      {act.isError ? <ProblemMessage error={act.error} /> : null}
      <Actions>
        <Button kind="second" busy={act.isPending && words.sending} onClick={send}>
          {words.send}
        </Button>
      </Actions>
    </>
  );
}
