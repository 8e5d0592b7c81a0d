import {
  api,
  Button,
  type ButtonKind,
  Card,
  defineMessages,
  ProblemMessage,
  useMessages,
  useNavigate,
} from '@common-measure/platform/web-kit';
import { accountsApi } from '../contract.ts';
import { useSessionAct } from './session.ts';

const messages = defineMessages({
  en: {
    title: 'Look around first',
    text: 'The example organization has three waves of synthetic answers: four channels, a stratified sample, comments in both languages. Nothing in it can be broken, and your own organization can be set up at any time.',
    open: 'Open the example organization',
    opening: 'Opening the example',
  },
  fr: {
    title: 'Explorer d’abord',
    text: 'L’organisation d’exemple contient trois vagues de réponses synthétiques : quatre modes de service, un échantillon stratifié, des commentaires dans les deux langues. Rien ne peut y être abîmé, et vous pourrez créer votre organisation à tout moment.',
    open: 'Ouvrir l’organisation d’exemple',
    opening: 'Ouverture de l’exemple',
  },
});

/** The example beside the form of one's own organization. */
export function OpenExample() {
  const words = useMessages(messages);
  return (
    <Card title={words.title}>
      <div className="stack">
        <p>{words.text}</p>
        <div className="actions">
          <OpenExampleButton kind="second">{words.open}</OpenExampleButton>
        </div>
      </div>
    </Card>
  );
}

/** One click to an organization full of synthetic answers; made where this person has none yet. */
export function OpenExampleButton({ kind, children }: { kind: ButtonKind; children: string }) {
  const words = useMessages(messages);
  const navigate = useNavigate();
  const act = useSessionAct((_: undefined) => api.post(accountsApi.example));
  return (
    <>
      {act.isError ? <ProblemMessage error={act.error} /> : null}
      <Button
        kind={kind}
        busy={act.isPending && words.opening}
        onClick={() => act.mutate(undefined, { onSuccess: () => navigate('/') })}
      >
        {children}
      </Button>
    </>
  );
}
