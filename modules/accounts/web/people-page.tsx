import { api, Card, Loaded, Message, Page, useMessages, useText } from '@common-measure/platform/web-kit';
import { useQuery } from '@tanstack/react-query';
import { accountsApi, type Member, type Session } from '../contract.ts';
import { AuditTrail } from './audit-trail.tsx';
import { Invitation } from './invitation.tsx';
import { MemberTable } from './member-table.tsx';
import { OpenLinks } from './open-links.tsx';
import { OrganizationCard } from './organization-facts.tsx';
import { peopleMessages } from './people-words.ts';
import { roleMessages, roleOrder } from './role-words.ts';
import { useSession } from './session.ts';

const membersKey = ['members'] as const;

/** Who belongs to the organization, with which role; owners invite, change, remove. */
export function PeoplePage() {
  return <Loaded query={useSession()}>{(session) => <People session={session} />}</Loaded>;
}

function People({ session }: { session: Session }) {
  const words = useMessages(peopleMessages);
  const read = useText();
  const members = useQuery({
    queryKey: membersKey,
    queryFn: ({ signal }) => api.get<readonly Member[]>(accountsApi.members, signal),
  });
  const isOwner = session.role === 'owner';
  return (
    <Page
      title={words.title}
      facts={session.organization ? <p className="facts">{words.lede(read(session.organization.name))}</p> : null}
    >
      <div className="stack-6">
        <Card title={words.caption}>
          {isOwner ? null : <Message>{words.onlyOwners}</Message>}
          <Loaded query={members}>{(list) => <MemberTable members={list} isOwner={isOwner} />}</Loaded>
        </Card>
        {isOwner ? <Invitation /> : null}
        {isOwner ? <OpenLinks /> : null}
        {session.organization ? <OrganizationCard organization={session.organization} isOwner={isOwner} /> : null}
        <RoleGuide />
        {isOwner ? <AuditTrail /> : null}
      </div>
    </Page>
  );
}

function RoleGuide() {
  const words = useMessages(peopleMessages);
  const roles = useMessages(roleMessages);
  return (
    <Card title={words.rolesMay}>
      <dl className="kv">
        {roleOrder.map((role) => (
          <div className="kv-row" key={role}>
            <dt>{roles.names[role]}</dt>
            <dd>{roles.may[role]}</dd>
          </div>
        ))}
      </dl>
      <p className="note">{words.andSingle}</p>
    </Card>
  );
}
