import {
  api,
  Button,
  Card,
  defineMessages,
  ProblemMessage,
  useDone,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { accountsApi, type Session } from '../contract.ts';
import { leastPasswordLength, NewPasswordField, PresentPasswordField } from './account-fields.tsx';
import { accountMessages } from './account-words.ts';
import { useFormChecks } from './form-checks.ts';
import { sessionsKey } from './open-sessions.tsx';
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

const presentId = 'present-for-password';

/** A new password; the present one is asked for, where there is one. */
export function PasswordForm({ account }: { account: NonNullable<Session['account']> }) {
  const words = useMessages(messages);
  const fields = useMessages(accountMessages);
  const done = useDone();
  const queries = useQueryClient();
  const [present, setPresent] = useState('');
  const [fresh, setFresh] = useState('');
  const act = useOwnChange((change: { password: string; presentPassword: string }) =>
    api.patch(accountsApi.account, change),
  );
  const checks = useFormChecks([
    account.hasPassword && present === '' && { id: presentId, text: fields.enterPresent },
    fresh.length < leastPasswordLength && { id: 'new-password', text: fields.tooShort },
  ]);
  const submit = (event: FormEvent) => {
    if (!checks.passes(event)) return;
    act.mutate(
      { password: fresh, presentPassword: present },
      {
        onSuccess: () => {
          setPresent('');
          setFresh('');
          checks.reset();
          done({ text: words.saved, more: words.savedMore });
          void queries.invalidateQueries({ queryKey: sessionsKey });
        },
      },
    );
  };
  return (
    <Card span={6} title={words.title}>
      <form className="stack" onSubmit={submit} noValidate>
        {act.isError ? <ProblemMessage error={act.error} /> : null}
        {account.hasPassword ? (
          <PresentPasswordField id={presentId} value={present} onChange={setPresent} checks={checks} />
        ) : null}
        <NewPasswordField value={fresh} onChange={setFresh} checks={checks} />
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
