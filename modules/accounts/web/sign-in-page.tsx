import {
  api,
  Button,
  Disclosure,
  defineMessages,
  ErrorSummary,
  Message,
  ProblemMessage,
  TextField,
  useMessages,
  useNavigate,
  useSearch,
} from '@common-measure/platform/web-kit';
import { type FormEvent, useState } from 'react';
import { accountsApi } from '../contract.ts';
import { EntryFrame } from './entry-frame.tsx';
import { useSession, useSessionAct } from './session.ts';

const messages = defineMessages({
  en: {
    title: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    enterEmail: 'Enter your e-mail address',
    enterPassword: 'Enter your password',
    again: 'Enter your password again',
    signIn: 'Sign in',
    signingIn: 'Signing in',
    noPassword: 'No password, or forgotten?',
    askOwner: 'An owner of your organization can make you a one-time link, on the page People and roles.',
    askRunner: 'Whoever runs the server can print one:',
    firstTime: 'First time on this server? Use the one-time link printed when it started.',
    signedOut: 'You are signed out.',
    already: (name: string) => `You are signed in as ${name}.`,
    goOn: 'Go on to the home page',
  },
  fr: {
    title: 'Connexion',
    email: 'Courriel',
    password: 'Mot de passe',
    enterEmail: 'Entrez votre adresse courriel',
    enterPassword: 'Entrez votre mot de passe',
    again: 'Entrez de nouveau votre mot de passe',
    signIn: 'Se connecter',
    signingIn: 'Connexion en cours',
    noPassword: 'Pas de mot de passe, ou oublié?',
    askOwner:
      'Un propriétaire de votre organisation peut vous créer un lien à usage unique, à la page Personnes et rôles.',
    askRunner: 'La personne qui gère le serveur peut en imprimer un :',
    firstTime: 'Première fois sur ce serveur? Utilisez le lien à usage unique affiché à son démarrage.',
    signedOut: 'Vous êtes déconnecté.',
    already: (name: string) => `Vous êtes connecté en tant que ${name}.`,
    goOn: 'Aller à l’accueil',
  },
});

export function SignInPage() {
  const words = useMessages(messages);
  const navigate = useNavigate();
  const [search] = useSearch();
  const session = useSession();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const act = useSessionAct((input: { email: string; password: string }) => api.post(accountsApi.signIn, input));
  const person = session.data?.account;

  const emailError = isChecked && !email.includes('@') ? words.enterEmail : undefined;
  const passwordError = isChecked && password === '' ? (act.isError ? words.again : words.enterPassword) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!email.includes('@') || password === '') return;
    act.mutate(
      { email, password },
      { onSuccess: () => navigate(pathAfter(search.next)), onError: () => setPassword('') },
    );
  };
  const errors = [
    ...(emailError ? [{ id: 'email', text: emailError }] : []),
    ...(passwordError && !act.isError ? [{ id: 'password', text: passwordError }] : []),
  ];
  return (
    <EntryFrame title={words.title}>
      {search.signedOut ? <Message kind="good">{words.signedOut}</Message> : null}
      {person && act.isIdle ? (
        <Message
          kind="info"
          actions={
            <Button kind="second" onClick={() => navigate('/')}>
              {words.goOn}
            </Button>
          }
        >
          {words.already(person.name)}
        </Message>
      ) : null}
      <form className="stack" onSubmit={submit} noValidate>
        {act.isError ? <ProblemMessage error={act.error} /> : <ErrorSummary errors={errors} />}
        <TextField
          id="email"
          type="email"
          label={words.email}
          value={email}
          onChange={setEmail}
          error={emailError}
          autoComplete="username"
        />
        <TextField
          id="password"
          type="password"
          label={words.password}
          value={password}
          onChange={setPassword}
          error={passwordError}
          autoComplete="current-password"
        />
        <div className="actions">
          <Button type="submit" busy={act.isPending && words.signingIn}>
            {words.signIn}
          </Button>
        </div>
      </form>
      <Disclosure summary={words.noPassword}>
        <div className="stack-2 small">
          <p>{words.askOwner}</p>
          <p>
            {words.askRunner} <code>./cm sign-in-link</code>
          </p>
          <p>{words.firstTime}</p>
        </div>
      </Disclosure>
    </EntryFrame>
  );
}

/** Back to the page that asked for the sign-in; only to an address of this console. */
export function pathAfter(next: string | undefined): string {
  return next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/';
}
