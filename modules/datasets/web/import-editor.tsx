import type { Codebook } from '@common-measure/dataset';
import {
  Button,
  Facts,
  Message,
  Page,
  ProblemMessage,
  Steps,
  useFormat,
  useMessages,
  usePath,
  useSearch,
} from '@common-measure/platform/web-kit';
import { useState } from 'react';
import type { ImportDetail } from '../contract.ts';
import { useColumnEntries } from './column-entries.ts';
import { groupAlike } from './column-groups.ts';
import { ColumnsStep } from './columns-step.tsx';
import { FindingList } from './finding-list.tsx';
import { type ImportStepName, importSteps } from './import-step.ts';
import { importMessages } from './import-words.ts';
import { ReusePanel } from './reuse-panel.tsx';
import { RolesStep } from './roles-step.tsx';
import { SaveStep } from './save-step.tsx';
import { type Choices, useChoices } from './use-choices.ts';

/** The choices of an import, in three steps over one set of choices; begun anew where they were filled in from elsewhere. */
export function ImportEditor({ detail, codebook }: { detail: ImportDetail; codebook: Codebook }) {
  const [filled, setFilled] = useState(0);
  return <Editing key={filled} detail={detail} codebook={codebook} onFilled={() => setFilled((count) => count + 1)} />;
}

function Editing({ detail, codebook, onFilled }: { detail: ImportDetail; codebook: Codebook; onFilled: () => void }) {
  const words = useMessages(importMessages);
  const choices = useChoices(detail, codebook);
  const [search, setSearch] = useSearch();
  const path = usePath();
  const step = importSteps.find((name) => name === search.step) ?? 'columns';
  const go = (next: ImportStepName) => {
    void choices.flush();
    setSearch({ step: next === 'columns' ? undefined : next });
    window.scrollTo(0, 0);
  };
  const entries = useColumnEntries(detail, choices.codebook);
  const waiting = entries.filter(({ variable }) => !variable.decided);
  const decisions = groupAlike(waiting).length;
  const titles = {
    columns: decisions > 0 ? words.titles.needYou(detail.fileName, decisions) : words.titles.settled(detail.fileName),
    roles: words.titles.roles(detail.fileName),
    save: words.titles.save(detail.fileName),
  };
  return (
    <Page
      key={step}
      title={titles[step]}
      crumbs={[{ label: words.data, to: '/datasets' }]}
      facts={<FileFacts detail={detail} open={waiting.length} state={choices.state} />}
      actions={
        step === 'columns' && decisions === 0 ? <Button onClick={() => go('roles')}>{words.toRoles}</Button> : null
      }
    >
      <Steps
        label={words.stepsLabel}
        steps={words.steps}
        current={importSteps.indexOf(step) + 1}
        links={[null, ...importSteps.map((name) => ({ to: path, search: name === 'columns' ? {} : { step: name } }))]}
      />
      <div className="stack section">
        <SaveTrouble choices={choices} />
        {step === 'columns' && detail.datasetId === null ? (
          <ReusePanel detail={detail} choices={choices} onFilled={onFilled} />
        ) : null}
        <FindingList findings={detail.findings} />
      </div>
      {step === 'columns' ? (
        <ColumnsStep detail={detail} choices={choices} entries={entries} onNext={() => go('roles')} />
      ) : null}
      {step === 'roles' ? <RolesStep detail={detail} choices={choices} onGo={go} /> : null}
      {step === 'save' ? <SaveStep detail={detail} choices={choices} onGo={go} /> : null}
    </Page>
  );
}

function FileFacts({ detail, open, state }: { detail: ImportDetail; open: number; state: Choices['state'] }) {
  const words = useMessages(importMessages);
  const { number } = useFormat();
  const { reading } = detail;
  return (
    <Facts>
      {[
        ...(reading
          ? [
              words.size(number(reading.rows), number(reading.headers.length)),
              words.bytes(detail.bytes, number),
              `${words.delimiters[reading.delimiter.delimiter]}, ${reading.encoding.encoding.toUpperCase()}`,
            ]
          : []),
        ...(open > 0 ? [words.openColumns(open)] : []),
        detail.datasetId === null ? words.readInFull : words.revising,
        <span key="state" role="status">
          {words.state[state]}
        </span>,
      ]}
    </Facts>
  );
}

/** A save that was refused, or choices that met those of somebody else. */
function SaveTrouble({ choices }: { choices: Choices }) {
  const words = useMessages(importMessages);
  const named = (part: string) => (part in words.parts ? words.parts[part as keyof typeof words.parts] : part);
  return (
    <>
      {choices.met ? (
        <Message kind="caution" title={words.metTitle} live="status">
          {choices.met.length === 0 ? words.metNone : words.metBoth(choices.met.map(named).join(', '))}
        </Message>
      ) : null}
      {choices.state === 'refused' ? (
        <ProblemMessage
          error={choices.error}
          actions={
            <Button kind="second" onClick={() => void choices.flush()}>
              {words.again}
            </Button>
          }
        />
      ) : null}
    </>
  );
}
