import {
  Actions,
  api,
  Button,
  Card,
  Message,
  ProblemMessage,
  Progress,
  useFormat,
  useMessages,
  useText,
} from '@common-measure/platform/web-kit';
import { type Making, reportsApi } from '../contract.ts';
import { addressOf, useMakingAct } from './report-queries.ts';
import { reportMessages } from './report-words.ts';

/** A report at work with how far it has come, or why it could not be made and how to go on. */
export function MakingCard({ making, mayMake }: { making: Making; mayMake: boolean }) {
  const words = useMessages(reportMessages);
  const read = useText();
  const { number } = useFormat();
  if (making.state === 'failed') return <FailedCard making={making} mayMake={mayMake} />;
  const { step, done, of } = making;
  return (
    <Card title={read(making.title)} stack>
      {step === 'waiting' ? (
        <Progress label={words.steps.waiting} note={words.leaveMaking} />
      ) : (
        <Progress label={words.steps[step](number(done), number(of))} note={words.leaveMaking} value={done} max={of} />
      )}
    </Card>
  );
}

function FailedCard({ making, mayMake }: { making: Making; mayMake: boolean }) {
  const words = useMessages(reportMessages);
  const read = useText();
  const retry = useMakingAct(() => api.post<Making>(addressOf(reportsApi.retry, making.id)));
  const dismiss = useMakingAct(() => api.delete<Making>(addressOf(reportsApi.making, making.id)));
  const failed = retry.error ?? dismiss.error;
  const { problem } = making;
  return (
    <Card title={read(making.title)} stack>
      <Message kind="bad" title={words.notMade}>
        {problem === null ? words.nothingKept : `${read(problem.title)} ${read(problem.remedy)} ${words.nothingKept}`}
      </Message>
      {failed ? <ProblemMessage error={failed} /> : null}
      {mayMake ? (
        <Actions>
          <Button kind="second" onClick={() => retry.mutate()}>
            {words.tryAgain}
          </Button>
          <Button kind="plain" onClick={() => dismiss.mutate()}>
            {words.dismiss}
          </Button>
        </Actions>
      ) : null}
    </Card>
  );
}
