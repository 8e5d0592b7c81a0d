import { Loaded, Message, Page, useMessages } from '@common-measure/platform/web-kit';
import type { Session } from '../../contract.ts';
import { useSession } from '../session.ts';
import { LookForm } from './look-form.tsx';
import { useLook } from './look-query.ts';
import { lookMessages } from './look-words.ts';

/** The logo and the colour in which people meet the organization. */
export function LookPage() {
  const words = useMessages(lookMessages);
  return (
    <Page
      title={words.title}
      crumbs={[{ label: words.people, to: '/people' }]}
      facts={<p className="facts">{words.lede}</p>}
    >
      <Loaded query={useSession()}>{(session) => <Look session={session} />}</Loaded>
    </Page>
  );
}

function Look({ session: { organization, role } }: { session: Session }) {
  const words = useMessages(lookMessages);
  const query = useLook();
  if (organization === null) return null;
  if (role !== 'owner') return <Message>{words.onlyOwners}</Message>;
  return <Loaded query={query}>{(look) => <LookForm look={look} organization={organization} />}</Loaded>;
}
