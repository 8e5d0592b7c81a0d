import {
  api,
  Button,
  Card,
  defineMessages,
  ErrorSummary,
  ProblemMessage,
  useLanguage,
  useMessages,
} from '@common-measure/platform/web-kit';
import { type FormEvent, useState } from 'react';
import { accountsApi, type Session } from '../contract.ts';
import { EmailField, leastPasswordLength, NameField, NewPasswordField } from './account-fields.tsx';
import { accountMessages } from './account-words.ts';
import { isEmail, useFormChecks } from './form-checks.ts';
import { useOwnChange } from './session.ts';

const messages = defineMessages({
  en: {
    why: 'You signed in with a one-time link. A password lets you come back.',
    save: 'Continue',
    saving: 'Saving',
  },
  fr: {
    why: 'Vous vous êtes connecté par un lien à usage unique. Un mot de passe vous permettra de revenir.',
    save: 'Continuer',
    saving: 'Enregistrement',
  },
});

type Account = NonNullable<Session['account']>;

/** Name, address and first password of somebody who came by a link. */
export function AboutYouForm({ account }: { account: Account }) {
  const words = useMessages(messages);
  const fields = useMessages(accountMessages);
  const language = useLanguage();
  const [name, setName] = useState(account.email === null ? '' : account.name);
  const [email, setEmail] = useState(account.email ?? '');
  const [password, setPassword] = useState('');
  const act = useOwnChange((change: Record<string, string>) => api.patch(accountsApi.account, change));
  const checks = useFormChecks([
    name.trim() === '' && { id: 'name', text: fields.enterName },
    !isEmail(email) && { id: 'email', text: fields.enterEmail },
    password.length < leastPasswordLength && { id: 'new-password', text: fields.tooShort },
  ]);
  const submit = (event: FormEvent) => {
    if (!checks.passes(event)) return;
    const address = email.trim().toLowerCase();
    act.mutate({ name: name.trim(), password, language, ...(address === account.email ? {} : { email: address }) });
  };
  return (
    <Card className="narrow">
      <form className="stack" onSubmit={submit} noValidate>
        <p>{words.why}</p>
        {act.isError ? <ProblemMessage error={act.error} /> : null}
        <ErrorSummary errors={checks.errors} />
        <NameField value={name} onChange={setName} checks={checks} />
        <EmailField value={email} onChange={setEmail} checks={checks} />
        <NewPasswordField value={password} onChange={setPassword} checks={checks} />
        <div className="actions">
          <Button type="submit" busy={act.isPending && words.saving}>
            {words.save}
          </Button>
        </div>
      </form>
    </Card>
  );
}
