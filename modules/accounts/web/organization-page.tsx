import { defineMessages, Page, useMessages } from '@common-measure/platform/web-kit';
import { NewOrganization } from './new-organization.tsx';

const messages = defineMessages({
  en: { title: 'Set up another organization', account: 'Your account' },
  fr: { title: 'Créer une autre organisation', account: 'Votre compte' },
});

export function OrganizationPage() {
  const words = useMessages(messages);
  return (
    <Page title={words.title} crumbs={[{ label: words.account, to: '/account' }]}>
      <NewOrganization />
    </Page>
  );
}
