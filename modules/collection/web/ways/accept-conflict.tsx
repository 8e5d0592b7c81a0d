import {
  Actions,
  api,
  Button,
  ProblemMessage,
  TextField,
  useDone,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { waysInApi } from '../../ways-in/contract.ts';
import { ofRound, useRefreshed, wayAddress } from './ways-queries.ts';
import { waysMessages } from './ways-words.ts';

/** What taking in answers does, and the reason that it asks for; then the act, or not. */
export function AcceptConflict({
  surveyId,
  round,
  kept,
  onEnd,
}: {
  surveyId: string;
  round: number | undefined;
  kept: { readonly responseId: string; readonly content: string };
  onEnd: () => void;
}) {
  const words = useMessages(waysMessages).conflicts;
  const done = useDone();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [reason, setReason] = useState('');
  const [isChecked, setChecked] = useState(false);
  const refreshed = useRefreshed(waysInApi.conflicts, surveyId);
  const queries = useQueryClient();
  const isWrong = reason.trim().length < 3;
  const accept = useMutation({
    mutationFn: () =>
      api.post(wayAddress(waysInApi.conflict, surveyId, { responseId: kept.responseId }) + ofRound(round), {
        content: kept.content,
        reason,
      }),
    onSuccess: async () => {
      done({ text: words.taken });
      await Promise.all([refreshed(), queries.invalidateQueries({ queryKey: ['fieldwork'] })]);
    },
  });
  useEffect(() => heading.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isWrong) document.getElementById(id)?.focus();
    else accept.mutate();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h4 tabIndex={-1} ref={heading}>
        {words.ask}
      </h4>
      {accept.isError ? <ProblemMessage error={accept.error} /> : null}
      <p>{words.what}</p>
      <p>{words.when}</p>
      <p>{words.noUndo}</p>
      <TextField
        id={id}
        label={words.reason}
        hint={words.reasonHint}
        error={isChecked && isWrong ? words.reasonMissing : undefined}
        value={reason}
        onChange={(value) => setReason(value.slice(0, 200))}
        required
      />
      <Actions>
        <Button type="submit" busy={accept.isPending && words.taking}>
          {words.confirm}
        </Button>
        <Button kind="plain" onClick={onEnd}>
          {words.leave}
        </Button>
      </Actions>
    </form>
  );
}
