import {
  api,
  Button,
  Card,
  CopyButton,
  ErrorSummary,
  Message,
  ProblemMessage,
  RadioCards,
  SelectField,
  TextField,
  useFormat,
  useLanguage,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { accountsApi, type Member } from '../contract.ts';
import { isEmail, useFormChecks } from './form-checks.ts';
import { linksKey } from './open-links.tsx';
import { peopleMessages } from './people-words.ts';
import { type Role, roleMessages, roleOrder } from './role-words.ts';

interface InvitationInput {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: 'en' | 'fr';
}

export interface InvitationReply {
  readonly member: Member;
  readonly joins: boolean;
  readonly link: string;
  readonly expiresAt: string;
}

/** Makes a member (again) and a fresh one-time link for them. */
export function useInvitation() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: InvitationInput) => api.post<InvitationReply>(accountsApi.members, input),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['members'] }),
        queries.invalidateQueries({ queryKey: ['audit'] }),
        queries.invalidateQueries({ queryKey: linksKey }),
      ]),
  });
}

const blank = { name: '', email: '' };

/** A form that makes a person a member and gives a one-time link to hand over. */
export function Invitation() {
  const words = useMessages(peopleMessages);
  const roles = useMessages(roleMessages);
  const ownLanguage = useLanguage();
  const [person, setPerson] = useState(blank);
  const [role, setRole] = useState<Role>('viewer');
  const [language, setLanguage] = useState<'en' | 'fr'>(ownLanguage);
  const act = useInvitation();
  const checks = useFormChecks([
    person.name.trim() === '' && { id: 'invite-name', text: words.enterName },
    !isEmail(person.email) && { id: 'invite-email', text: words.enterEmail },
  ]);
  const submit = (event: FormEvent) => {
    if (!checks.passes(event)) return;
    act.mutate(
      { name: person.name.trim(), email: person.email.trim().toLowerCase(), role, language },
      {
        onSuccess: () => {
          setPerson(blank);
          checks.reset();
        },
      },
    );
  };
  return (
    <Card title={words.invite} stack>
      <p className="muted">{words.inviteHint}</p>
      {act.isError ? <ProblemMessage error={act.error} /> : null}
      {act.data ? <HandOver reply={act.data} /> : null}
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorSummary errors={checks.errors} />
        <div className="pair">
          <TextField
            id="invite-name"
            label={words.inviteName}
            value={person.name}
            onChange={(name) => setPerson({ ...person, name })}
            error={checks.errorOf('invite-name')}
            autoComplete="off"
          />
          <TextField
            id="invite-email"
            type="email"
            label={words.inviteEmail}
            value={person.email}
            onChange={(email) => setPerson({ ...person, email })}
            error={checks.errorOf('invite-email')}
            autoComplete="off"
          />
        </div>
        <RadioCards
          label={words.role}
          value={role}
          options={roleOrder.map((value) => ({ value, label: roles.names[value], hint: roles.may[value] }))}
          onChange={setRole}
        />
        <div className="half">
          <SelectField
            label={words.inviteLanguage}
            value={language}
            options={[
              { value: 'en', label: 'English' },
              { value: 'fr', label: 'Français' },
            ]}
            onChange={setLanguage}
          />
        </div>
        <div className="actions">
          <Button type="submit" busy={act.isPending && words.making}>
            {words.makeLink}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** The link that was made: shown once, to be handed over. */
export function HandOver({ reply }: { reply: InvitationReply }) {
  const words = useMessages(peopleMessages);
  const { dateTime } = useFormat();
  return (
    <Message
      kind="good"
      title={words.linkFor(reply.member.name)}
      actions={
        <CopyButton text={reply.link} kind="primary">
          {words.copyLink}
        </CopyButton>
      }
    >
      <p>{words.linkHow(dateTime(reply.expiresAt))}</p>
      {reply.joins ? <p>{words.linkJoins}</p> : null}
      <p>
        <code className="breakable">{reply.link}</code>
      </p>
    </Message>
  );
}
