import {
  api,
  Button,
  type Column,
  DataTable,
  ProblemMessage,
  useDone,
  useLanguage,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { accountsApi, type Member } from '../contract.ts';
import { HandOver, useInvitation } from './invitation.tsx';
import { linksKey } from './open-links.tsx';
import { peopleMessages } from './people-words.ts';
import { type Role, roleMessages, roleOrder } from './role-words.ts';
import { sessionKey } from './session.ts';

type Change = { readonly role?: Role; readonly mayReadSingleResponses?: boolean };

/** The members, each with their role; an owner changes in place, and every change can be undone. */
export function MemberTable({ members, isOwner }: { members: readonly Member[]; isOwner: boolean }) {
  const words = useMessages(peopleMessages);
  const roles = useMessages(roleMessages);
  const language = useLanguage();
  const acts = useMemberActs();
  const fresh = useInvitation();
  const columns: readonly Column<Member>[] = [
    {
      key: 'name',
      header: words.name,
      cell: (member) => (
        <>
          {member.name} {member.isYou ? <span className="muted">({words.you})</span> : null}
        </>
      ),
    },
    {
      key: 'email',
      header: words.email,
      cell: (member) => member.email ?? <span className="muted">{words.noEmail}</span>,
    },
    {
      key: 'role',
      header: words.role,
      cell: (member) =>
        isOwner ? (
          <select
            aria-label={words.roleOf(member.name)}
            value={member.role}
            onChange={(event) => {
              const role = roleOrder.find((known) => known === event.target.value);
              if (role) acts.change(member, { role });
            }}
          >
            {roleOrder.map((role) => (
              <option key={role} value={role}>
                {roles.names[role]}
              </option>
            ))}
          </select>
        ) : (
          roles.names[member.role]
        ),
    },
    {
      key: 'single',
      header: words.single,
      cell: (member) =>
        isOwner ? (
          <label className="opt">
            <input
              type="checkbox"
              aria-label={words.singleOf(member.name)}
              checked={member.mayReadSingleResponses}
              onChange={(event) => acts.change(member, { mayReadSingleResponses: event.target.checked })}
            />
            <span aria-hidden="true">{member.mayReadSingleResponses ? words.singleMay : words.singleMayNot}</span>
          </label>
        ) : member.mayReadSingleResponses ? (
          words.singleMay
        ) : (
          words.singleMayNot
        ),
    },
    ...(isOwner
      ? [
          {
            key: 'acts',
            header: words.acts,
            cell: (member: Member) =>
              member.isYou ? null : (
                <div className="actions">
                  {member.email ? (
                    <Button
                      kind="plain"
                      label={words.newLinkFor(member.name)}
                      onClick={() =>
                        fresh.mutate({ name: member.name, email: member.email ?? '', role: member.role, language })
                      }
                    >
                      {words.newLink}
                    </Button>
                  ) : null}
                  <Button kind="plain" label={words.removeOne(member.name)} onClick={() => acts.remove(member)}>
                    {words.remove}
                  </Button>
                </div>
              ),
          },
        ]
      : []),
  ];
  return (
    <div className="stack">
      {acts.error ? <ProblemMessage error={acts.error} /> : null}
      {fresh.isError ? <ProblemMessage error={fresh.error} /> : null}
      {fresh.data ? <HandOver reply={fresh.data} /> : null}
      <DataTable
        caption={words.caption}
        captionHidden
        stacks
        columns={columns}
        rows={members}
        rowKey={(member) => member.accountId}
      />
    </div>
  );
}

function useMemberActs() {
  const words = useMessages(peopleMessages);
  const roles = useMessages(roleMessages);
  const done = useDone();
  const queries = useQueryClient();
  const keep = async (list: readonly Member[]) => {
    queries.setQueryData(['members'], list);
    await queries.invalidateQueries({ queryKey: ['audit'] });
    await queries.invalidateQueries({ queryKey: linksKey });
    await queries.invalidateQueries({ queryKey: sessionKey });
  };
  const address = (member: Member) => `${accountsApi.members}/${member.accountId}`;
  const send = async (member: Member, change: Change) =>
    keep(await api.patch<readonly Member[]>(address(member), change));
  const changing = useMutation({
    mutationFn: ({ member, change }: { member: Member; change: Change }) => send(member, change),
    onMutate: () => done(null),
    onSuccess: (_, { member, change }) => {
      const before: Change = change.role
        ? { role: member.role }
        : { mayReadSingleResponses: member.mayReadSingleResponses };
      done({
        ...(change.role
          ? { text: words.roleChanged(member.name, roles.names[change.role]) }
          : change.mayReadSingleResponses
            ? { text: words.singleGiven(member.name), more: words.singleGivenMore }
            : { text: words.singleTaken(member.name) }),
        undo: () => send(member, before),
      });
    },
  });
  const removing = useMutation({
    mutationFn: async (member: Member) => keep(await api.delete<readonly Member[]>(address(member))),
    onMutate: () => done(null),
    onSuccess: (_, member) =>
      done({
        text: words.removed(member.name),
        more: words.removedMore,
        undo: async () => keep(await api.post<readonly Member[]>(`${address(member)}/restore`)),
      }),
  });
  return {
    error: changing.error ?? removing.error,
    change: (member: Member, change: Change) => {
      removing.reset();
      changing.mutate({ member, change });
    },
    remove: (member: Member) => {
      changing.reset();
      removing.mutate(member);
    },
  };
}
