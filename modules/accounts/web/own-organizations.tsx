import {
  api,
  Button,
  ButtonLink,
  Card,
  defineMessages,
  ProblemMessage,
  Tag,
  useDone,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { accountsApi, type Session } from '../contract.ts';
import { OpenExampleButton } from './open-example.tsx';
import { useSessionAct } from './session.ts';

const messages = defineMessages({
  en: {
    title: 'Your organizations',
    open: 'Open',
    openOne: (name: string) => `Open ${name}`,
    opening: 'Opening',
    opened: (name: string) => `You now work in ${name}.`,
    isOpen: 'Open now',
    synthetic: 'Synthetic',
    another: 'Set up another organization',
    example: 'Open the example organization',
    exampleHint: 'Three waves of synthetic answers to look around in.',
  },
  fr: {
    title: 'Vos organisations',
    open: 'Ouvrir',
    openOne: (name: string) => `Ouvrir ${name}`,
    opening: 'Ouverture',
    opened: (name: string) => `Vous travaillez maintenant dans ${name}.`,
    isOpen: 'Ouverte',
    synthetic: 'Synthétique',
    another: 'Créer une autre organisation',
    example: 'Ouvrir l’organisation d’exemple',
    exampleHint: 'Trois vagues de réponses synthétiques à explorer.',
  },
});

/** The organizations one belongs to; one of them is open at a time. */
export function OwnOrganizations({ session }: { session: Session }) {
  const words = useMessages(messages);
  const read = useText();
  const done = useDone();
  const hasExample = session.organizations.some((one) => one.synthetic);
  const act = useSessionAct((organizationId: string) => api.post(accountsApi.chosenOrganization, { organizationId }));
  return (
    <Card span={6} title={words.title}>
      {act.isError ? <ProblemMessage error={act.error} /> : null}
      <ul className="waves">
        {session.organizations.map((organization) => (
          <li key={organization.id}>
            <span>
              {read(organization.name)} {organization.synthetic ? <Tag kind="info">{words.synthetic}</Tag> : null}
            </span>
            {organization.id === session.organization?.id ? (
              <Tag kind="good" icon="good">
                {words.isOpen}
              </Tag>
            ) : (
              <Button
                kind="second"
                label={words.openOne(read(organization.name))}
                busy={act.isPending && act.variables === organization.id && words.opening}
                onClick={() =>
                  act.mutate(organization.id, {
                    onSuccess: () => done({ text: words.opened(read(organization.name)) }),
                  })
                }
              >
                {words.open}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {hasExample ? null : <p className="small muted section">{words.exampleHint}</p>}
      <div className="actions section">
        {hasExample ? null : <OpenExampleButton kind="second">{words.example}</OpenExampleButton>}
        <ButtonLink kind="plain" to="/organizations/new">
          {words.another}
        </ButtonLink>
      </div>
    </Card>
  );
}
