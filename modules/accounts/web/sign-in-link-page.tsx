import {
  api,
  Button,
  ButtonLink,
  defineMessages,
  Message,
  ProblemMessage,
  useLanguage,
  useMessages,
  useNavigate,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import { accountsApi } from '../contract.ts';
import { EntryFrame } from './entry-frame.tsx';
import { fetchSession, useSessionAct } from './session.ts';

const messages = defineMessages({
  en: {
    title: 'Sign in with a link',
    explain: 'This link signs you in once, on this device. Then it stops working.',
    signIn: 'Sign me in',
    signingIn: 'Signing in',
    incomplete: 'This address is not a complete sign-in link.',
    incompleteRemedy: 'Copy the whole link, up to its last character, into the address bar.',
    withPassword: 'Sign in with a password',
  },
  fr: {
    title: 'Connexion par lien',
    explain: 'Ce lien vous connecte une seule fois, sur cet appareil. Ensuite, il ne fonctionne plus.',
    signIn: 'Me connecter',
    signingIn: 'Connexion en cours',
    incomplete: 'Cette adresse n’est pas un lien de connexion complet.',
    incompleteRemedy: 'Copiez le lien en entier, jusqu’au dernier caractère, dans la barre d’adresse.',
    withPassword: 'Se connecter avec un mot de passe',
  },
});

/** Where a one-time link leads. Signing in takes a press: programs that open links to inspect them do not use it up. */
export function SignInLinkPage() {
  const words = useMessages(messages);
  const language = useLanguage();
  const navigate = useNavigate();
  const [token] = useState(() => window.location.hash.slice(1));
  const act = useSessionAct(() => api.post(accountsApi.signInLink, { token, language }));
  const signIn = () =>
    act.mutate(undefined, {
      onSuccess: async () => {
        const { account, organization } = await fetchSession();
        navigate(account?.hasPassword && organization ? '/' : '/begin', { replace: true });
      },
    });
  const otherWay = (
    <ButtonLink kind="second" to="/sign-in">
      {words.withPassword}
    </ButtonLink>
  );
  return (
    <EntryFrame title={words.title}>
      {act.isError ? <ProblemMessage error={act.error} actions={otherWay} /> : null}
      {token === '' ? (
        <Message kind="bad" title={words.incomplete} actions={otherWay}>
          {words.incompleteRemedy}
        </Message>
      ) : null}
      {token !== '' && !act.isError ? (
        <>
          <p>{words.explain}</p>
          <div className="actions">
            <Button busy={act.isPending && words.signingIn} onClick={signIn}>
              {words.signIn}
            </Button>
          </div>
        </>
      ) : null}
    </EntryFrame>
  );
}
