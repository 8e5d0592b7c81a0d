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
import type { Retention } from '../../privacy-contract.ts';
import { useSaveRetention } from './kept-queries.ts';
import { keptMessages } from './kept-words.ts';

const parts = ['responses', 'comments', 'drafts', 'originals'] as const;
type Part = (typeof parts)[number];
const mayBeEmpty: readonly Part[] = ['responses', 'comments'];

/** Days as typed: a number, null where left empty, undefined where it is neither. */
function daysOf(part: Part, typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return mayBeEmpty.includes(part) ? null : undefined;
  return /^\d{1,4}$/.test(text) && Number(text) <= 3650 ? Number(text) : undefined;
}

/** How long a survey keeps what people sent and began; for owners to change. */
export function RetentionForm({
  surveyId,
  retention,
  isOwner,
}: {
  surveyId: string;
  retention: Retention;
  isOwner: boolean;
}) {
  const words = useMessages(keptMessages);
  const done = useDone();
  const [typed, setTyped] = useState<Record<Part, string>>({
    responses: retention.responses === null ? '' : String(retention.responses),
    comments: retention.comments === null ? '' : String(retention.comments),
    drafts: String(retention.drafts),
    originals: String(retention.originals),
  });
  const [isChecked, setChecked] = useState(false);
  const save = useSaveRetention(surveyId);
  const wrong = parts.filter((part) => daysOf(part, typed[part]) === undefined);
  const hints: Readonly<Record<Part, string>> = {
    responses: words.responsesHint,
    comments: words.commentsHint,
    drafts: words.draftsHint,
    originals: words.originalsHint,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (wrong.length > 0) return;
    const body: Retention = {
      responses: daysOf('responses', typed.responses) ?? null,
      comments: daysOf('comments', typed.comments) ?? null,
      drafts: daysOf('drafts', typed.drafts) ?? retention.drafts,
      originals: daysOf('originals', typed.originals) ?? retention.originals,
    };
    save.mutate(body, { onSuccess: () => done({ text: words.saved }) });
  };
  return (
    <Card span={7} title={words.rule} stack>
      <p className="muted">{words.ruleMore}</p>
      <form className="stack" onSubmit={submit} noValidate>
        {isChecked ? (
          <ErrorSummary
            errors={wrong.map((part) => ({ id: `kept-${part}`, text: `${words[part]}: ${words.error}` }))}
          />
        ) : null}
        {save.isError ? <ProblemMessage error={save.error} /> : null}
        {parts.map((part) => (
          <TextField
            key={part}
            id={`kept-${part}`}
            label={words[part]}
            hint={hints[part]}
            inputMode="numeric"
            value={typed[part]}
            error={isChecked && wrong.includes(part) ? words.error : undefined}
            onChange={(value) => setTyped((before) => ({ ...before, [part]: value }))}
          />
        ))}
        {isOwner ? (
          <Actions>
            <Button type="submit" busy={save.isPending && words.saving}>
              {words.save}
            </Button>
          </Actions>
        ) : (
          <p className="small muted">{words.ownerOnly}</p>
        )}
      </form>
    </Card>
  );
}
