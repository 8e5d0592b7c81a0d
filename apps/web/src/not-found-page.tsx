import { ProblemError } from '@common-measure/kernel';
import {
  Brand,
  Button,
  ButtonLink,
  defineMessages,
  LanguageProvider,
  Message,
  ProblemMessage,
  useDocumentTitle,
  useLanguage,
  useMessages,
} from '@common-measure/platform/web-kit';
import { useLocation } from '@tanstack/react-router';

const messages = defineMessages({
  en: {
    title: 'There is no page at this address',
    text: 'The address may be mistyped, or what it showed was removed.',
    home: 'Go to the home page',
    fault: 'This page stopped because of a fault of ours.',
    faultText: 'What you saved is safe. Load the page again; if it happens again, report the text below.',
    again: 'Load the page again',
  },
  fr: {
    title: 'Il n’y a pas de page à cette adresse',
    text: 'L’adresse est peut-être mal écrite, ou ce qu’elle montrait a été retiré.',
    home: 'Aller à l’accueil',
    fault: 'Cette page s’est arrêtée en raison d’une erreur de notre part.',
    faultText:
      'Ce que vous avez enregistré est en sûreté. Rechargez la page; si cela se reproduit, signalez le texte ci-dessous.',
    again: 'Recharger la page',
  },
});

/** An address that leads nowhere: says so, and leads home. */
export function NotFoundPage() {
  const { pathname } = useLocation();
  return (
    <LanguageProvider language={pathname.startsWith('/fr') ? 'fr' : 'en'}>
      <NotFound />
    </LanguageProvider>
  );
}

function NotFound() {
  const words = useMessages(messages);
  useDocumentTitle(words.title);
  return (
    <main className="lone stack">
      <Brand />
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <div className="actions">
        <ButtonLink to="/">{words.home}</ButtonLink>
      </div>
    </main>
  );
}

/** In the place of a page that threw: a problem of the platform in its words, anything else as our own fault. */
export function PageFault({ error, reset }: { error: unknown; reset: () => void }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const again = (
    <Button kind="second" onClick={reset}>
      {words.again}
    </Button>
  );
  if (error instanceof ProblemError) return <ProblemMessage error={error} actions={again} />;
  return (
    <Message kind="bad" title={words.fault} actions={again}>
      <p>{words.faultText}</p>
      <p lang={language === 'en' ? undefined : 'en'}>
        <code>{error instanceof Error ? error.message : String(error)}</code>
      </p>
    </Message>
  );
}
