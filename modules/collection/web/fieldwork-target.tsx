import {
  api,
  Button,
  ProblemMessage,
  TextField,
  useDone,
  useFormat,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { fieldworkApi } from '../fieldwork/fieldwork-contract.ts';
import { courseMessages } from './fieldwork-course-words.ts';

/** How many answers are wanted, and how far it is. */
export function TargetForm({ surveyId, total, target }: { surveyId: string; total: number; target: number | null }) {
  const words = useMessages(courseMessages);
  const { number, percent } = useFormat();
  const done = useDone();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(target === null ? '' : String(target));
  const [isWrong, setWrong] = useState(false);
  const save = useMutation({
    mutationFn: (wanted: number | null) => api.put(fieldworkApi.target.replace(':id', surveyId), { target: wanted }),
    onSuccess: async () => {
      done({ text: words.saved });
      await queries.invalidateQueries({ queryKey: ['fieldwork', surveyId] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const plain = typed.replaceAll(/[\s,\u00a0]/g, '');
    const wanted = plain === '' ? null : Number(plain);
    const isGood = wanted === null || (Number.isInteger(wanted) && wanted >= 1 && wanted <= 10_000_000);
    setWrong(!isGood);
    if (isGood) save.mutate(wanted);
  };
  const said =
    target === null
      ? ''
      : words.ofTarget(number(total), number(target), percent(Math.min(100, (100 * total) / target)));
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {target === null ? null : (
        <>
          <p>{said}</p>
          <progress value={Math.min(total, target)} max={target} aria-label={said} />
        </>
      )}
      {save.isError ? <ProblemMessage error={save.error} /> : null}
      <TextField
        id="answers-wanted"
        label={words.wanted}
        hint={words.wantedHint}
        inputMode="numeric"
        value={typed}
        onChange={setTyped}
        error={isWrong ? words.wrongTarget : undefined}
      />
      <div className="actions">
        <Button kind="second" type="submit">
          {words.save}
        </Button>
      </div>
    </form>
  );
}
