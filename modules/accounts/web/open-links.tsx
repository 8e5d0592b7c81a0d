import {
  api,
  Button,
  Card,
  DataTable,
  defineMessages,
  Loaded,
  ProblemMessage,
  useDone,
  useFormat,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { accountsApi, type OpenLink } from '../contract.ts';
import { roleMessages } from './role-words.ts';

const messages = defineMessages({
  en: {
    title: 'Links handed out',
    sub: 'One-time links that nobody has used yet. Whoever holds one can use it until it ends.',
    none: 'No link is open.',
    name: 'For',
    email: 'E-mail',
    does: 'What it does',
    signsIn: 'Signs in a member',
    joins: (role: string) => `Makes a member with the role ${role}`,
    until: 'Works until',
    acts: 'Acts',
    revoke: 'Revoke',
    revokeOne: (name: string) => `Revoke the link for ${name}`,
    revoked: (name: string) => `The link for ${name} no longer works.`,
    revokedMore: 'A new one can be made at any time.',
  },
  fr: {
    title: 'Liens remis',
    sub: 'Liens à usage unique que personne n’a encore utilisés. Qui en détient un peut s’en servir jusqu’à son échéance.',
    none: 'Aucun lien n’est ouvert.',
    name: 'Pour',
    email: 'Courriel',
    does: 'Ce qu’il fait',
    signsIn: 'Connecte un membre',
    joins: (role: string) => `Ajoute un membre avec le rôle ${role}`,
    until: 'Valable jusqu’au',
    acts: 'Actions',
    revoke: 'Révoquer',
    revokeOne: (name: string) => `Révoquer le lien pour ${name}`,
    revoked: (name: string) => `Le lien pour ${name} ne fonctionne plus.`,
    revokedMore: 'Vous pouvez en créer un nouveau à tout moment.',
  },
});

export const linksKey = ['sign-in-links'] as const;

/** What an owner has handed out and nobody has used: each can be ended. */
export function OpenLinks() {
  const words = useMessages(messages);
  const roles = useMessages(roleMessages);
  const { dateTime } = useFormat();
  const done = useDone();
  const queries = useQueryClient();
  const links = useQuery({
    queryKey: linksKey,
    queryFn: ({ signal }) => api.get<readonly OpenLink[]>(accountsApi.links, signal),
  });
  const revoking = useMutation({
    mutationFn: (link: OpenLink) => api.delete<readonly OpenLink[]>(`${accountsApi.links}/${link.id}`),
    onMutate: () => done(null),
    onSuccess: async (left, link) => {
      queries.setQueryData(linksKey, left);
      done({ text: words.revoked(link.name), more: words.revokedMore });
      await queries.invalidateQueries({ queryKey: ['audit'] });
    },
  });
  return (
    <Card title={words.title} stack>
      <p className="muted">{words.sub}</p>
      {revoking.isError ? <ProblemMessage error={revoking.error} /> : null}
      <Loaded query={links}>
        {(list) =>
          list.length === 0 ? (
            <p className="muted">{words.none}</p>
          ) : (
            <DataTable
              caption={words.title}
              captionHidden
              stacks
              rows={list}
              rowKey={(link) => link.id}
              columns={[
                { key: 'name', header: words.name, cell: (link) => link.name },
                { key: 'email', header: words.email, cell: (link) => link.email },
                {
                  key: 'does',
                  header: words.does,
                  cell: (link) => (link.role === null ? words.signsIn : words.joins(roles.names[link.role])),
                },
                { key: 'until', header: words.until, cell: (link) => dateTime(link.expiresAt) },
                {
                  key: 'acts',
                  header: words.acts,
                  cell: (link) => (
                    <Button kind="plain" label={words.revokeOne(link.name)} onClick={() => revoking.mutate(link)}>
                      {words.revoke}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
    </Card>
  );
}
