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
    title: 'Password',
    others: 'A new password ends your sessions on all other devices.',
    save: 'Change the password',
    saving: 'Changing',
    saved: 'Your password is changed.',
    savedMore: 'Sessions on other devices have ended.',
  },
  fr: {
    title: 'Mot de passe',
    others: 'Un nouveau mot de passe met fin à vos sessions sur tous les autres appareils.',
    save: 'Changer le mot de passe',
    saving: 'Changement en cours',
    saved: 'Votre mot de passe est changé.',
    savedMore: 'Les sessions sur les autres appareils ont pris fin.',
  },
});

/** A new password; the present one is asked for, where there is one. */
export function PasswordForm({ account }: { account: NonNullable<Session['account']> }) {
  const words = useMessages(messages);
  const fieldWords = useMessages(passwordMessages);
  const done = useDone();
  const [present, setPresent] = useState('');
  const [fresh, setFresh] = useState('');
  const [isChecked, setChecked] = useState(false);
  const act = useOwnChange((change: { password: string; presentPassword: string }) =>
    api.patch(accountsApi.account, change),
  );
  const presentError = account.hasPassword && present === '' ? fieldWords.enterPresent : undefined;
  const freshError = fresh.length < 12 ? fieldWords.tooShort : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (presentError || freshError) return;
    act.mutate(
      { password: fresh, presentPassword: present },
      {
        onSuccess: () => {
          setPresent('');
          setFresh('');
          setChecked(false);
          done({ text: words.saved, more: words.savedMore });
        },
      },
    );
  };
  return (
    <Card span={6} title={words.title}>
      <form className="stack" onSubmit={submit} noValidate>
        {act.isError ? <ProblemMessage error={act.error} /> : null}
        {account.hasPassword ? (
          <TextField
            type="password"
            label={fieldWords.present}
            value={present}
            onChange={setPresent}
            error={isChecked ? presentError : undefined}
            autoComplete="current-password"
          />
        ) : null}
        <TextField
          type="password"
          label={fieldWords.fresh}
          hint={fieldWords.hint}
          value={fresh}
          onChange={setFresh}
          error={isChecked ? freshError : undefined}
          autoComplete="new-password"
        />
        <p className="small muted">{words.others}</p>
        <div className="actions">
          <Button type="submit" kind="second" busy={act.isPending && words.saving}>
            {words.save}
          </Button>
        </div>
        <input type="text" autoComplete="username" value={account.email ?? ''} readOnly hidden />
      </form>
    </Card>
  );
}
