import {
  api,
  Button,
  Card,
  defineMessages,
  ErrorSummary,
  ProblemMessage,
  TextField,
  useLanguage,
  useMessages,
} from '@common-measure/platform/web-kit';
import { type FormEvent, useState } from 'react';
import { accountsApi, type Session } from '../contract.ts';
import { passwordMessages } from './password-words.ts';
import { useOwnChange } from './session.ts';

const messages = defineMessages({
  en: {
    why: 'You signed in with a one-time link. A password lets you come back.',
    name: 'Your name',
    nameHint: 'As colleagues see it.',
    enterName: 'Enter your name',
    email: 'E-mail',
    emailHint: 'You sign in with it. This server sends no mail to it.',
    enterEmail: 'Enter a complete e-mail address',
    save: 'Continue',
    saving: 'Saving',
  },
  fr: {
    why: 'Vous vous êtes connecté par un lien à usage unique. Un mot de passe vous permettra de revenir.',
    name: 'Votre nom',
    nameHint: 'Tel que vos collègues le voient.',
    enterName: 'Entrez votre nom',
    email: 'Courriel',
    emailHint: 'Il sert à vous connecter. Ce serveur n’y envoie aucun message.',
    enterEmail: 'Entrez une adresse courriel complète',
    save: 'Continuer',
    saving: 'Enregistrement',
  },
});

type Account = NonNullable<Session['account']>;

/** Name, address and first password of somebody who came by a link. */
export function AboutYouForm({ account }: { account: Account }) {
  const words = useMessages(messages);
  const passwordWords = useMessages(passwordMessages);
  const language = useLanguage();
  const isFirst = account.email === null;
  const [name, setName] = useState(isFirst ? '' : account.name);
  const [email, setEmail] = useState(account.email ?? '');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const act = useOwnChange((change: Record<string, string>) => api.patch(accountsApi.account, change));
  const errors = [
    ...(name.trim() === '' ? [{ id: 'name', text: words.enterName }] : []),
    ...(/^\S+@\S+\.\S+$/.test(email.trim()) ? [] : [{ id: 'email', text: words.enterEmail }]),
    ...(password.length < 12 ? [{ id: 'new-password', text: passwordWords.tooShort }] : []),
  ];
  const errorOf = (id: string) => (isChecked ? errors.find((error) => error.id === id)?.text : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (errors.length > 0) return;
    const address = email.trim().toLowerCase();
    act.mutate({ name: name.trim(), password, language, ...(address === account.email ? {} : { email: address }) });
  };
  return (
    <Card className="narrow">
      <form className="stack" onSubmit={submit} noValidate>
        <p>{words.why}</p>
        {act.isError ? <ProblemMessage error={act.error} /> : null}
        <ErrorSummary errors={isChecked ? errors : []} />
        <TextField
          id="name"
          label={words.name}
          hint={words.nameHint}
          value={name}
          onChange={setName}
          error={errorOf('name')}
          autoComplete="name"
        />
        <TextField
          id="email"
          type="email"
          label={words.email}
          hint={words.emailHint}
          value={email}
          onChange={setEmail}
          error={errorOf('email')}
          autoComplete="username"
        />
        <TextField
          id="new-password"
          type="password"
          label={passwordWords.fresh}
          hint={passwordWords.hint}
          value={password}
          onChange={setPassword}
          error={errorOf('new-password')}
          autoComplete="new-password"
        />
        <div className="actions">
          <Button type="submit" busy={act.isPending && words.saving}>
            {words.save}
          </Button>
        </div>
      </form>
    </Card>
  );
}
