import {
  applyTheme,
  Card,
  defineMessages,
  keptTheme,
  LanguageSwitch,
  Loaded,
  Page,
  RadioCards,
  type Theme,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import type { Session } from '../contract.ts';
import { OpenSessions } from './open-sessions.tsx';
import { OwnDetailsForm } from './own-details-form.tsx';
import { OwnOrganizations } from './own-organizations.tsx';
import { PasswordForm } from './password-form.tsx';
import { useSession } from './session.ts';

const messages = defineMessages({
  en: {
    title: 'Your account',
    appearance: 'Appearance',
    appearanceHint: 'Kept on this device.',
    themes: { system: 'As my device', light: 'Light', dark: 'Dark' },
    language: 'Language',
    languageText: 'The language switch in the top bar keeps your place on every page.',
  },
  fr: {
    title: 'Votre compte',
    appearance: 'Apparence',
    appearanceHint: 'Conservée sur cet appareil.',
    themes: { system: 'Comme mon appareil', light: 'Claire', dark: 'Sombre' },
    language: 'Langue',
    languageText: 'Le sélecteur de langue de la barre du haut garde votre place à chaque page.',
  },
});

export function AccountPage() {
  return <Loaded query={useSession()}>{(session) => <Account session={session} />}</Loaded>;
}

function Account({ session }: { session: Session }) {
  const words = useMessages(messages);
  const [theme, setTheme] = useState<Theme>(keptTheme);
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
        <OpenSessions />
      </div>
    </Page>
  );
}
