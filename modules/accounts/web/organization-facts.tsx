import {
  api,
  ButtonLink,
  Card,
  defineMessages,
  Loaded,
  Message,
  Page,
  useDone,
  useFormat,
  useMessages,
  useNavigate,
  useText,
} from '@common-measure/platform/web-kit';
import { useQueryClient } from '@tanstack/react-query';
import {
  accountsApi,
  clientTypes,
  type ListEntry,
  levelsOfGovernment,
  type Session,
  serviceAreas,
} from '../contract.ts';
import { type OrganizationFacts, OrganizationForm } from './organization-form.tsx';
import { peopleMessages } from './people-words.ts';
import { useOwnChange, useSession } from './session.ts';

const messages = defineMessages({
  en: {
    title: 'The organization',
    changeTitle: 'Change the facts of the organization',
    change: 'Change the facts',
    look: 'Logo and colour',
    name: 'Name',
    other: 'Name in French',
    level: 'Level of government',
    areas: 'Service areas',
    clients: 'Whom it serves',
    save: 'Save',
    saving: 'Saving',
    saved: 'The facts of the organization are saved.',
    savedMore: 'New reports carry them; those already issued stay as they are.',
  },
  fr: {
    title: 'L’organisation',
    changeTitle: 'Modifier les renseignements de l’organisation',
    change: 'Modifier les renseignements',
    look: 'Logo et couleur',
    name: 'Nom',
    other: 'Nom en anglais',
    level: 'Ordre de gouvernement',
    areas: 'Secteurs de service',
    clients: 'Clientèle',
    save: 'Enregistrer',
    saving: 'Enregistrement',
    saved: 'Les renseignements de l’organisation sont enregistrés.',
    savedMore: 'Les nouveaux rapports les porteront; ceux déjà publiés restent tels quels.',
  },
});

type Organization = NonNullable<Session['organization']>;

/** The facts of the open organization; an owner can change them. */
export function OrganizationCard({ organization, isOwner }: { organization: Organization; isOwner: boolean }) {
  const words = useMessages(messages);
  const read = useText();
  const { list } = useFormat();
  const named = (entries: readonly ListEntry[], codes: readonly string[]) =>
    list(entries.filter((entry) => codes.includes(entry.code)).map((entry) => read(entry.label)));
  const rows = [
    [words.name, read(organization.name)],
    [words.other, read({ en: organization.name.fr, fr: organization.name.en })],
    [words.level, named(levelsOfGovernment, [organization.level])],
    [words.areas, named(serviceAreas, organization.serviceAreas)],
    [words.clients, named(clientTypes, organization.clientTypes)],
  ];
  return (
    <Card title={words.title} stack>
      <dl className="kv">
        {rows.map(([term, fact]) => (
          <div className="kv-row" key={term}>
            <dt>{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      {isOwner ? (
        <div className="actions">
          <ButtonLink kind="second" to="/organization">
            {words.change}
          </ButtonLink>
          <ButtonLink kind="second" to="/organization/look">
            {words.look}
          </ButtonLink>
        </div>
      ) : null}
    </Card>
  );
}

/** Where an owner changes the facts. */
export function OrganizationFactsPage() {
  return <Loaded query={useSession()}>{(session) => <Facts session={session} />}</Loaded>;
}

function Facts({ session }: { session: Session }) {
  const words = useMessages(messages);
  const people = useMessages(peopleMessages);
  const navigate = useNavigate();
  const done = useDone();
  const queries = useQueryClient();
  const act = useOwnChange((facts: OrganizationFacts) => api.patch<unknown>(accountsApi.organization, facts));
  const saved = async () => {
    await queries.invalidateQueries({ queryKey: ['audit'] });
    navigate('/people');
    done({ text: words.saved, more: words.savedMore });
  };
  if (session.organization === null) return null;
  return (
    <Page title={words.changeTitle} crumbs={[{ label: people.title, to: '/people' }]}>
      {session.role === 'owner' ? (
        <OrganizationForm facts={session.organization} act={act} words={words} onSaved={() => void saved()} />
      ) : (
        <Message>{people.onlyOwners}</Message>
      )}
    </Page>
  );
}
