import {
  Actions,
  Button,
  Icon,
  ProblemMessage,
  TextField,
  useDone,
  useFormat,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import type { InstrumentComment } from '../comment-contract.ts';
import { type Conversation, useCommentAct } from './comment-queries.ts';
import { commentMessages } from './comment-words.ts';

/** A comment with its answers; everybody may answer and settle it, its author may change it or take it back. */
export function CommentThread({ conversation: { first, answers } }: { conversation: Conversation }) {
  const words = useMessages(commentMessages);
  const format = useFormat();
  const act = useCommentAct();
  const [isAnswering, setAnswering] = useState(false);
  const [text, setText] = useState('');
  const isSettled = first.resolved !== null;
  const send = () => {
    if (text.trim() === '') return;
    const done = () => {
      setText('');
      setAnswering(false);
    };
    act.mutate({ write: text.trim(), place: first.place, replyTo: first.id }, { onSuccess: done });
  };
  return (
    <article className="comment-thread">
      <CommentText comment={first} />
      {answers.map((answer) => (
        <div key={answer.id} className="comment-answer">
          <CommentText comment={answer} />
        </div>
      ))}
      {first.resolved ? (
        <p className="small muted">
          <Icon name="good" /> {words.settledBy(first.resolved.by, format.date(first.resolved.at))}
        </p>
      ) : null}
      {isAnswering ? <TextField label={words.yourAnswer(first.by)} rows={2} value={text} onChange={setText} /> : null}
      {act.isError ? <ProblemMessage error={act.error} /> : null}
      <Actions className="tight">
        {isAnswering ? (
          <>
            <Button kind="second" busy={act.isPending && words.sending} onClick={send}>
              {words.answer}
            </Button>
            <Button kind="plain" onClick={() => setAnswering(false)}>
              {words.cancel}
            </Button>
          </>
        ) : (
          <>
            <Button kind="plain" label={words.answerTo(first.by)} onClick={() => setAnswering(true)}>
              {words.answer}
            </Button>
            <Button kind="plain" onClick={() => act.mutate({ change: { resolved: !isSettled }, of: first.id })}>
              {isSettled ? words.reopen : words.settle}
            </Button>
          </>
        )}
      </Actions>
    </article>
  );
}

function CommentText({ comment }: { comment: InstrumentComment }) {
  const words = useMessages(commentMessages);
  const format = useFormat();
  const done = useDone();
  const act = useCommentAct();
  const [changed, setChanged] = useState<string | null>(null);
  const remove = () =>
    act.mutate(
      { change: { removed: true }, of: comment.id },
      {
        onSuccess: () =>
          done({
            text: words.removed,
            undo: async () => void (await act.mutateAsync({ change: { removed: false }, of: comment.id })),
          }),
      },
    );
  const save = () => {
    if (changed?.trim())
      act.mutate({ change: { text: changed.trim() }, of: comment.id }, { onSuccess: () => setChanged(null) });
  };
  return (
    <>
      <p className="small">
        <strong>{comment.isYours ? words.you : comment.by}</strong>{' '}
        <span className="muted">
          <time dateTime={comment.at}>{format.dateTime(comment.at)}</time>
          {comment.changedAt ? `, ${words.changed}` : ''}
        </span>
      </p>
      {changed === null ? (
        <p className="comment-text">{comment.isRemoved ? <em>{words.wasRemoved}</em> : comment.text}</p>
      ) : (
        <TextField label={words.changeLabel} rows={3} value={changed} onChange={setChanged} />
      )}
      {act.isError ? <ProblemMessage error={act.error} /> : null}
      {comment.isYours && !comment.isRemoved ? (
        <Actions className="tight">
          {changed === null ? (
            <>
              <Button kind="plain" onClick={() => setChanged(comment.text)}>
                {words.change}
              </Button>
              <Button kind="plain" onClick={remove}>
                {words.remove}
              </Button>
            </>
          ) : (
            <>
              <Button kind="second" onClick={save}>
                {words.save}
              </Button>
              <Button kind="plain" onClick={() => setChanged(null)}>
                {words.cancel}
              </Button>
            </>
          )}
        </Actions>
      ) : null}
    </>
  );
}
