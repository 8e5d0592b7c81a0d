import {
  Actions,
  Button,
  Card,
  ErrorSummary,
  ProblemMessage,
  TextField,
  useDone,
  useMessages,
} from '@common-measure/platform/web-kit';
import { type FormEvent, useState } from 'react';
import { useErase } from './kept-queries.ts';
import { keptMessages } from './kept-words.ts';

/** Erases the answers of one person who asks for it. */
export function EraseCard({ surveyId }: { surveyId: string }) {
  const words = useMessages(keptMessages);
  const done = useDone();
  const [code, setCode] = useState('');
  const [isChecked, setChecked] = useState(false);
  const erase = useErase(surveyId);
  const isShort = code.trim().length < 16;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isShort) return;
    erase.mutate(code.trim(), {
      onSuccess: () => {
        setCode('');
        setChecked(false);
        done({ text: words.done });
      },
    });
  };
  return (
    <Card span={5} title={words.request} stack>
      <p className="muted">{words.requestMore}</p>
      <form className="stack" onSubmit={submit} noValidate>
        {isChecked && isShort ? <ErrorSummary errors={[{ id: 'kept-code', text: words.codeError }]} /> : null}
        {erase.isError ? <ProblemMessage error={erase.error} /> : null}
        <TextField
          id="kept-code"
          label={words.code}
          value={code}
          autoComplete="off"
          error={isChecked && isShort ? words.codeError : undefined}
          onChange={setCode}
        />
        <Actions>
          <Button type="submit" kind="second" busy={erase.isPending && words.erasing}>
            {words.erase}
          </Button>
        </Actions>
      </form>
    </Card>
  );
}
