import { defineMessages, Loaded, Page, Steps, useMessages, useNavigate } from '@common-measure/platform/web-kit';
import { useEffect } from 'react';
import type { Session } from '../contract.ts';
import { AboutYouForm } from './about-you-form.tsx';
import { NewOrganization } from './new-organization.tsx';
import { OpenExample } from './open-example.tsx';
import { useSession } from './session.ts';

const messages = defineMessages({
  en: {
    youTitle: 'Welcome. Who are you?',
    organizationTitle: 'Your organization',
    steps: 'Setting up',
    you: 'You',
    organization: 'Your organization',
    start: 'Three ways to begin',
  },
  fr: {
    youTitle: 'Bienvenue. Qui êtes-vous?',
    organizationTitle: 'Votre organisation',
    steps: 'Mise en place',
    you: 'Vous',
    organization: 'Votre organisation',
    start: 'Trois façons de commencer',
  },
});

/** The first run: who you are, then your organization (or the example one). Later visits with both lead on to the home page. */
export function BeginPage() {
  return <Loaded query={useSession()}>{(session) => <Begin session={session} />}</Loaded>;
}

function Begin({ session }: { session: Session }) {
  const words = useMessages(messages);
  const navigate = useNavigate();
  const { account, organization } = session;
  const leadsTo = account === null ? '/sign-in' : account.hasPassword && organization ? '/' : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each place to lead to
  useEffect(() => {
    if (leadsTo) navigate(leadsTo, { replace: true });
  }, [leadsTo]);
  if (account === null || leadsTo) return null;
  const isYou = !account.hasPassword;
  return (
    <div className="begin">
      <Steps
        label={words.steps}
        steps={organization ? [words.you] : [words.you, words.organization, words.start]}
        current={isYou ? 0 : 1}
      />
      <Page key={isYou ? 'you' : 'organization'} title={isYou ? words.youTitle : words.organizationTitle}>
        {isYou ? (
          <AboutYouForm account={account} />
        ) : (
          <div className="stack-6">
            {session.organizations.some((each) => each.synthetic) ? null : <OpenExample />}
            <NewOrganization />
          </div>
        )}
      </Page>
    </div>
  );
}
