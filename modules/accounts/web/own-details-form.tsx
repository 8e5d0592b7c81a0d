import {
  api,
  Button,
  Card,
  defineMessages,
  ProblemMessage,
  useDone,
  useMessages,
} from '@common-measure/platform/web-kit';
import { type FormEvent, useState } from 'react';
import { accountsApi, type Session } from '../contract.ts';
import { EmailField, NameField, PresentPasswordField } from './account-fields.tsx';
import { accountMessages } from './account-words.ts';
import { isEmail, useFormChecks } from './form-checks.ts';
import { useOwnChange } from './session.ts';

const messages = defineMessages({
  en: { title: 'Name and e-mail', save: 'Save', saving: 'Saving', saved: 'Your details are saved.' },
  fr: {
    title: 'Nom et courriel',
    save: 'Enregistrer',
    saving: 'Enregistrement',
    saved: 'Vos renseignements sont enregistrés.',
  },
});

const presentId = 'present-for-address';

/** Name and address; a new address asks for the password. */
export function OwnDetailsForm({ account }: { account: NonNullable<Session['account']> }) {
  const words = useMessages(messages);
  const fields = useMessages(accountMessages);
  const done = useDone();
  const [name, setName] = useState(account.name);
  const [email, setEmail] = useState(account.email ?? '');
  const [present, setPresent] = useState('');
  const act = useOwnChange((change: Record<string, string>) => api.patch(accountsApi.account, change));
  const isNewAddress = email.trim().toLowerCase() !== (account.email ?? '');
  const needsPassword = isNewAddress && account.hasPassword;
  const checks = useFormChecks([
    name.trim() === '' && { id: 'name', text: fields.enterName },
    isNewAddress && !isEmail(email) && { id: 'email', text: fields.enterEmail },
    needsPassword && present === '' && { id: presentId, text: fields.enterPresent },
  ]);
  const submit = (event: FormEvent) => {
    if (!checks.passes(event)) return;
    const change = {
      name: name.trim(),
      ...(isNewAddress ? { email: email.trim().toLowerCase() } : {}),
      ...(needsPassword ? { presentPassword: present } : {}),
    };
    act.mutate(change, {
      onSuccess: () => {
        setPresent('');
        checks.reset();
        done({ text: words.saved });
      },
    });
  };
  return (
    <Card span={6} title={words.title}>
      <form className="stack" onSubmit={submit} noValidate>
        {act.isError ? <ProblemMessage error={act.error} /> : null}
        <NameField value={name} onChange={setName} checks={checks} />
        <EmailField value={email} onChange={setEmail} checks={checks} />
        {needsPassword ? (
          <PresentPasswordField id={presentId} value={present} onChange={setPresent} checks={checks} />
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
