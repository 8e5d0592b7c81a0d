import {
  api,
  Button,
  Card,
  defineMessages,
  ProblemMessage,
  TextField,
  useDone,
  useMessages,
} from '@common-measure/platform/web-kit';
import { type FormEvent, useState } from 'react';
import { accountsApi, type Session } from '../contract.ts';
import { passwordMessages } from './password-words.ts';
import { useOwnChange } from './session.ts';

const messages = defineMessages({
  en: {
    title: 'Name and e-mail',
    name: 'Name',
    enterName: 'Enter your name',
    email: 'E-mail',
    emailHint: 'You sign in with it.',
    enterEmail: 'Enter a complete e-mail address',
    save: 'Save',
    saving: 'Saving',
    saved: 'Your details are saved.',
  },
  fr: {
    title: 'Nom et courriel',
    name: 'Nom',
    enterName: 'Entrez votre nom',
    email: 'Courriel',
    emailHint: 'Il sert à vous connecter.',
    enterEmail: 'Entrez une adresse courriel complète',
    save: 'Enregistrer',
    saving: 'Enregistrement',
    saved: 'Vos renseignements sont enregistrés.',
  },
});

/** Name and address; a new address asks for the password. */
export function OwnDetailsForm({ account }: { account: NonNullable<Session['account']> }) {
  const words = useMessages(messages);
  const passwordWords = useMessages(passwordMessages);
  const done = useDone();
  const [name, setName] = useState(account.name);
  const [email, setEmail] = useState(account.email ?? '');
  const [present, setPresent] = useState('');
  const [isChecked, setChecked] = useState(false);
  const act = useOwnChange((change: Record<string, string>) => api.patch(accountsApi.account, change));
  const isNewAddress = email.trim().toLowerCase() !== (account.email ?? '');
  const needsPassword = isNewAddress && account.hasPassword;
  const nameError = name.trim() === '' ? words.enterName : undefined;
  const emailError = isNewAddress && !/^\S+@\S+\.\S+$/.test(email.trim()) ? words.enterEmail : undefined;
  const presentError = needsPassword && present === '' ? passwordWords.enterPresent : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (nameError || emailError || presentError) return;
    const change = {
      name: name.trim(),
      ...(isNewAddress ? { email: email.trim().toLowerCase() } : {}),
      ...(needsPassword ? { presentPassword: present } : {}),
    };
    act.mutate(change, {
      onSuccess: () => {
        setPresent('');
        setChecked(false);
        done({ text: words.saved });
      },
    });
  };
  return (
    <Card span={6} title={words.title}>
      <form className="stack" onSubmit={submit} noValidate>
        {act.isError ? <ProblemMessage error={act.error} /> : null}
        <TextField
          label={words.name}
          value={name}
          onChange={setName}
          error={isChecked ? nameError : undefined}
          autoComplete="name"
        />
        <TextField
          type="email"
          label={words.email}
          hint={words.emailHint}
          value={email}
          onChange={setEmail}
          error={isChecked ? emailError : undefined}
          autoComplete="email"
        />
        {needsPassword ? (
          <TextField
            type="password"
            label={passwordWords.present}
            value={present}
            onChange={setPresent}
            error={isChecked ? presentError : undefined}
            autoComplete="current-password"
          />
        ) : null}
        <div className="actions">
          <Button type="submit" busy={act.isPending && words.saving}>
            {words.save}
          </Button>
        </div>
      </form>
    </Card>
  );
}
