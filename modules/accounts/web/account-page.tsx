import {
  api,
  applyTheme,
  Button,
  Card,
  defineMessages,
  keptTheme,
  LanguageSwitch,
  Loaded,
  Page,
  RadioCards,
  type Theme,
  useMessages,
  useNavigate,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { accountsApi, type Session } from '../contract.ts';
import { OwnDetailsForm } from './own-details-form.tsx';
import { OwnOrganizations } from './own-organizations.tsx';
import { PasswordForm } from './password-form.tsx';
import { useSession, useSessionAct } from './session.ts';

const messages = defineMessages({
  en: {
    title: 'Your account',
    appearance: 'Appearance',
    appearanceHint: 'Kept on this device.',
    themes: { system: 'As my device', light: 'Light', dark: 'Dark' },
    language: 'Language',
    languageText: 'The language switch in the top bar keeps your place on every page.',
    session: 'This session',
    sessionText: 'It ends by itself twelve hours after you signed in.',
    signOut: 'Sign out',
    signingOut: 'Signing out',
  },
  fr: {
    title: 'Votre compte',
    appearance: 'Apparence',
    appearanceHint: 'Conservée sur cet appareil.',
    themes: { system: 'Comme mon appareil', light: 'Claire', dark: 'Sombre' },
    language: 'Langue',
    languageText: 'Le sélecteur de langue de la barre du haut garde votre place à chaque page.',
    session: 'Cette session',
    sessionText: 'Elle prend fin d’elle-même douze heures après votre connexion.',
    signOut: 'Se déconnecter',
    signingOut: 'Déconnexion en cours',
  },
});

export function AccountPage() {
  return <Loaded query={useSession()}>{(session) => <Account session={session} />}</Loaded>;
}

function Account({ session }: { session: Session }) {
  const words = useMessages(messages);
  const navigate = useNavigate();
  const [theme, setTheme] = useState<Theme>(keptTheme);
  const signOut = useSessionAct(() => api.post(accountsApi.signOut));
  if (session.account === null) return null;
  return (
    <Page title={words.title}>
      <div className="grid">
        <OwnDetailsForm account={session.account} />
        <PasswordForm account={session.account} />
        <OwnOrganizations session={session} />
        <Card span={6} title={words.appearance}>
          <RadioCards
            label={words.appearance}
            labelHidden
            hint={words.appearanceHint}
            value={theme}
            options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: words.themes[value] }))}
            onChange={(chosen) => {
              applyTheme(chosen);
              setTheme(chosen);
            }}
          />
        </Card>
        <Card span={6} title={words.language} stack>
          <p>{words.languageText}</p>
          <LanguageSwitch className="btn second" />
        </Card>
        <Card span={6} title={words.session} stack>
          <p>{words.sessionText}</p>
          <div className="actions">
            <Button
              kind="second"
              icon="leave"
              busy={signOut.isPending && words.signingOut}
              onClick={() =>
                signOut.mutate(undefined, { onSuccess: () => navigate('/sign-in', { search: { signedOut: 'yes' } }) })
              }
            >
              {words.signOut}
            </Button>
          </div>
        </Card>
      </div>
    </Page>
  );
}
