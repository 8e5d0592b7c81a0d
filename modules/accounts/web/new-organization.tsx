import { api, defineMessages, useMessages, useNavigate } from '@common-measure/platform/web-kit';
import { accountsApi } from '../contract.ts';
import { type OrganizationFacts, OrganizationForm } from './organization-form.tsx';
import { useSessionAct } from './session.ts';

const messages = defineMessages({
  en: { save: 'Set up the organization', saving: 'Setting up' },
  fr: { save: 'Créer l’organisation', saving: 'Création en cours' },
});

/** Sets up an organization and opens it. */
export function NewOrganization() {
  const navigate = useNavigate();
  const act = useSessionAct((facts: OrganizationFacts) => api.post<unknown>(accountsApi.organizations, facts));
  return <OrganizationForm act={act} words={useMessages(messages)} onSaved={() => navigate('/')} />;
}
