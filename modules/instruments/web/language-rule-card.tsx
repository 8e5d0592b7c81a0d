import { canonicalTag } from '@common-measure/instrument';
import {
  Actions,
  Button,
  Card,
  CheckField,
  ProblemMessage,
  TextField,
  useDone,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import type { LanguageRule } from '../language-contract.ts';
import { useLanguageName, useRuleChange } from './language-queries.ts';
import { languageMessages } from './language-words.ts';

/** What the organization asks of languages: to read, and for owners to change. */
export function LanguageRuleCard({ id, rule, isOwner }: { id: string; rule: LanguageRule; isOwner: boolean }) {
  const words = useMessages(languageMessages);
  const nameOf = useLanguageName();
  const done = useDone();
  const [tags, setTags] = useState(rule.required.join(', '));
  const [review, setReview] = useState(rule.review);
  const [error, setError] = useState<string>();
  const save = useRuleChange(id);
  const press = () => {
    const written = tags.split(/[\s,;]+/).filter(Boolean);
    const wrong = written.some((tag) => canonicalTag(tag) === null);
    setError(wrong ? words.tagWrong : undefined);
    if (!wrong) save.mutate({ required: written, review }, { onSuccess: () => done({ text: words.ruleSaved }) });
  };
  if (!isOwner)
    return (
      <Card title={words.ruleTitle} stack>
        <p>
          {words.ruleAlways} {rule.required.length > 0 ? words.ruleFurther(rule.required.map(nameOf).join(', ')) : ''}{' '}
          {rule.review ? words.ruleReviewed : ''} {rule.required.length === 0 && !rule.review ? words.ruleNone : ''}
        </p>
        <p className="small muted">{words.ruleOwner}</p>
      </Card>
    );
  return (
    <Card title={words.ruleTitle} stack>
      {save.isError ? <ProblemMessage error={save.error} /> : null}
      <p>{words.ruleAlways}</p>
      <TextField
        label={words.ruleRequired}
        hint={words.ruleRequiredHint}
        value={tags}
        error={error}
        onChange={setTags}
      />
      <CheckField label={words.ruleReview} hint={words.ruleReviewHint} checked={review} onChange={setReview} />
      <Actions>
        <Button kind="second" busy={save.isPending && words.saving} onClick={press}>
          {words.save}
        </Button>
      </Actions>
    </Card>
  );
}
