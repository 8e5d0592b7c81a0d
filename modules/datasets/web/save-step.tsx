import type { Codebook, CodebookProblem, Variable } from '@common-measure/dataset';
import {
  Actions,
  api,
  Button,
  Card,
  Disclosure,
  Grid,
  Message,
  ProblemMessage,
  useDone,
  useFormat,
  useMessages,
  useNavigate,
  useText,
} from '@common-measure/platform/web-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { datasetsApi, type ImportDetail } from '../contract.ts';
import { CarriedNotice } from './carried-notice.tsx';
import { CodebookDownload } from './codebook-download.tsx';
import { addressOf, datasetsKey, forgetLists, importKey } from './dataset-queries.ts';
import { DesignFacts } from './design-facts.tsx';
import { onePerColumn } from './finding-list.tsx';
import type { ImportStepName } from './import-step.ts';
import { importMessages } from './import-words.ts';
import type { Choices } from './use-choices.ts';

interface Saved {
  readonly id: string;
  readonly rows: number;
  readonly notices: readonly CodebookProblem[];
}

/** What will be used and what stays out; then the file becomes a dataset. */
export function SaveStep({
  detail,
  choices,
  onGo,
}: {
  detail: ImportDetail;
  choices: Choices;
  onGo: (step: ImportStepName) => void;
}) {
  const shared = useMessages(importMessages);
  const words = shared.save;
  const read = useText();
  const { number } = useFormat();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const done = useDone();
  const { codebook } = choices;
  const isRevision = detail.datasetId !== null;
  const faults = onePerColumn(detail.findings.filter((finding) => finding.severity === 'fault')).length;
  const save = useMutation({
    mutationFn: async () => {
      await choices.settle();
      return api.post<Saved>(addressOf(datasetsApi.importDataset, detail.id), { revision: choices.revision() });
    },
    onSuccess: async (saved) => {
      await forgetLists(queries);
      await queries.invalidateQueries({ queryKey: [...datasetsKey, saved.id] });
      navigate(`/datasets/${saved.id}`);
      done({
        text: isRevision ? words.revised : words.savedNow(number(saved.rows)),
        more: saved.notices.map(({ title }) => read(title)).join(' ') || undefined,
      });
      queries.removeQueries({ queryKey: importKey(detail.id) });
    },
  });
  return (
    <div className="stack-6 section">
      <p className="lede">{isRevision ? words.revisionLede : words.lede}</p>
      <CarriedNotice detail={detail} codebook={codebook} onChange={() => onGo('roles')} />
      <WaitingRoles codebook={codebook} onDecide={() => onGo('columns')} />
      <DesignDoubts detail={detail} codebook={codebook} onGo={() => onGo('roles')} />
      <Grid>
        <Card span={7} title={words.used} stack>
          <DesignFacts codebook={codebook} />
          <p className="small">{useUsed(codebook)}</p>
        </Card>
        <Card span={5} title={words.out} stack>
          <StaysOut codebook={codebook} onDecide={() => onGo('columns')} />
          <h3>{words.codebook}</h3>
          <p className="small">{words.codebookText}</p>
          <CodebookDownload codebook={codebook} />
        </Card>
      </Grid>
      {save.isError ? <ProblemMessage error={save.error} /> : null}
      <Actions>
        {faults > 0 ? (
          <Button onClick={() => onGo('columns')}>{words.first(faults)}</Button>
        ) : detail.carried.length > 0 ? (
          <Button onClick={() => onGo('roles')}>{words.carriedFirst}</Button>
        ) : (
          <Button busy={save.isPending && words.saving} onClick={() => save.mutate()}>
            {isRevision ? words.saveRevision : words.save}
          </Button>
        )}
        <Button kind="second" onClick={() => onGo('roles')}>
          {shared.backToRoles}
        </Button>
      </Actions>
    </div>
  );
}

/** Columns with a part to play that still wait: without them there are no results to speak of. */
function WaitingRoles({ codebook, onDecide }: { codebook: Codebook; onDecide: () => void }) {
  const words = useMessages(importMessages).save;
  const { overall, drivers, channel, region, profile } = codebook.roles;
  const named = new Set([overall, ...drivers, channel, region, ...profile]);
  const waiting = codebook.variables.filter((variable) => !variable.decided && named.has(variable.name));
  const isScored = codebook.variables.some((variable) => variable.decided && variable.kind === 'rating');
  if (waiting.length === 0 && isScored) return null;
  return (
    <Message
      kind="caution"
      title={isScored ? words.rolesWait(waiting.length) : words.noRating}
      actions={
        <Button kind="second" onClick={onDecide}>
          {words.decide}
        </Button>
      }
    >
      {isScored ? words.rolesWaitMore : words.noRatingMore}
    </Message>
  );
}

/** A weight that is there and not used, a design that will stop every result: said before saving. */
function DesignDoubts({ detail, codebook, onGo }: { detail: ImportDetail; codebook: Codebook; onGo: () => void }) {
  const words = useMessages(importMessages).save;
  const read = useText();
  const { weight, lonelyPsu } = codebook.design;
  const likely = weight === null ? detail.guesses.find((guess) => guess.aspect === 'weight') : undefined;
  const alone = lonelyPsu === 'fail' ? detail.findings.filter(({ code }) => code === 'stratum-one-psu') : [];
  return (
    <>
      {likely ? (
        <Message
          kind="caution"
          title={words.weightUnused(likely.variable ?? '')}
          actions={
            <Button kind="second" onClick={onGo}>
              {words.chooseWeight}
            </Button>
          }
        >
          {[...likely.evidence.map(read), words.weightUnusedMore].join(' ')}
        </Message>
      ) : null}
      {alone.length > 0 ? (
        <Message
          kind="caution"
          title={words.onePsu}
          actions={
            <Button kind="second" onClick={onGo}>
              {words.choosePsu}
            </Button>
          }
        >
          {[...alone.slice(0, 3).map(({ title }) => read(title)), words.onePsuMore].join(' ')}
        </Message>
      ) : null}
    </>
  );
}

function useUsed(codebook: Codebook): string {
  const words = useMessages(importMessages).save;
  const { list } = useFormat();
  const used = codebook.variables.filter((variable) => variable.decided && variable.access === 'open');
  const of = (kind: Variable['kind']) => used.filter((variable) => variable.kind === kind).length;
  return list([words.ratings(of('rating')), words.categories(of('category')), words.numbers(of('number'))]);
}

function StaysOut({ codebook, onDecide }: { codebook: Codebook; onDecide: () => void }) {
  const words = useMessages(importMessages).save;
  const { variables } = codebook;
  const waiting = variables.filter((variable) => !variable.decided);
  const closed = variables.filter((variable) => variable.decided && variable.access === 'closed');
  const texts = variables.filter(
    (variable) =>
      variable.decided && variable.access === 'open' && ['text', 'date', 'identifier'].includes(variable.kind),
  );
  if (waiting.length + closed.length + texts.length === 0) return <p>{words.nothingOut}</p>;
  return (
    <div className="stack-2">
      {waiting.length > 0 ? (
        <>
          <Names summary={words.waiting(waiting.length)} variables={waiting} />
          <Button kind="plain" onClick={onDecide}>
            {words.backToDecide}
          </Button>
        </>
      ) : null}
      {closed.length > 0 ? <Names summary={words.closed(closed.length)} variables={closed} /> : null}
      {texts.length > 0 ? <Names summary={words.texts(texts.length)} variables={texts} /> : null}
    </div>
  );
}

function Names({ summary, variables }: { summary: string; variables: readonly Variable[] }) {
  return (
    <Disclosure summary={summary}>
      <p className="names small">
        {variables.map((variable) => (
          <code key={variable.column}>{variable.column}</code>
        ))}
      </p>
    </Disclosure>
  );
}
