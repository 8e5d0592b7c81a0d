import { type DesignDeclaration, type GuessAspect, samplingClasses, type Variable } from '@common-measure/dataset';
import { samplingClassWords } from '@common-measure/modules/studies/contract';
import { Card, CheckField, RadioCards, useMessages, useText } from '@common-measure/platform/web-kit';
import { columnMessages } from './column-words.ts';
import { designMessages } from './design-words.ts';
import type { PartProps } from './part-props.ts';
import { FewVariables, OneVariable } from './variable-choices.tsx';

/** Kinds whose values can name a stratum or a cluster. */
const naming: readonly Variable['kind'][] = ['category', 'identifier', 'number', 'text', 'date'];

/** The most cautious first. */
const lonelyOrder = ['fail', 'adjust', 'average', 'certainty', 'remove'] as const;

/** How people came to be asked, and the design by its columns. */
export function DesignFields(props: PartProps) {
  const words = useMessages(designMessages);
  const { codebook, onChange } = props;
  const set = (part: Partial<DesignDeclaration>) =>
    onChange((before) => ({ ...before, design: { ...before.design, ...part } }));
  return (
    <>
      <Card title={words.reach} stack>
        <SamplingChoice
          guesses={props.detail.guesses}
          value={codebook.design.samplingClass}
          onChange={(samplingClass) => set({ samplingClass })}
        />
      </Card>
      <Card title={words.design} stack>
        <p className="small muted">{words.designLede}</p>
        <DesignColumns {...props} set={set} />
      </Card>
    </>
  );
}

function SamplingChoice({
  guesses,
  value,
  onChange,
}: {
  guesses: PartProps['detail']['guesses'];
  value: DesignDeclaration['samplingClass'];
  onChange: (value: DesignDeclaration['samplingClass']) => void;
}) {
  const words = useMessages(designMessages);
  const read = useText();
  const unsaid = guesses
    .find((guess) => guess.aspect === 'sampling-class')
    ?.evidence.map(read)
    .join(' ');
  const order = ['non-probability', ...samplingClasses.filter((one) => one !== 'non-probability')] as const;
  return (
    <RadioCards
      label={words.reach}
      labelHidden
      hint={[words.reachHint, unsaid].filter(Boolean).join(' ')}
      value={value}
      options={order.map((one) => {
        const { name, example, allows, forbids } = samplingClassWords[one];
        return {
          value: one,
          label: <strong>{read(name)}</strong>,
          hint: (
            <>
              {read(example)}
              <br />
              {read(allows)}
              <br />
              {read(forbids)}
            </>
          ),
        };
      })}
      onChange={onChange}
    />
  );
}

function DesignColumns({ detail, codebook, set }: PartProps & { set: (part: Partial<DesignDeclaration>) => void }) {
  const words = useMessages(designMessages);
  const read = useText();
  const { design, variables } = codebook;
  const numbers = variables.filter((variable) => variable.kind === 'number');
  const names = variables.filter((variable) => naming.includes(variable.kind) && variable.name !== design.weight);
  const { evidence: of } = useMessages(columnMessages);
  const evidence = (aspect: GuessAspect) => {
    const guess = detail.guesses.find((one) => one.aspect === aspect);
    const column = variables.find((variable) => variable.name === guess?.variable)?.column;
    return guess && column ? ` ${of(column, guess.evidence.map(read).join(' '))}` : '';
  };
  const fault = (chosen: readonly (string | null)[]) => {
    const columns = variables.filter((variable) => chosen.includes(variable.name)).map((variable) => variable.column);
    const found = detail.findings.find(
      (finding) => finding.severity === 'fault' && columns.some((column) => column === finding.details.column),
    );
    return found ? `${read(found.title)} ${read(found.remedy)}` : undefined;
  };
  return (
    <>
      <div className="pair">
        <OneVariable
          label={words.weight}
          hint={words.weightHint + evidence('weight')}
          error={fault([design.weight])}
          none={words.noWeight}
          value={design.weight}
          candidates={numbers}
          onChange={(weight) => set({ weight })}
        />
        <FewVariables
          label={words.strata}
          hint={words.strataHint + evidence('stratum')}
          error={fault(design.strata)}
          values={design.strata}
          candidates={names}
          onChange={(strata) => set({ strata })}
        />
        <FewVariables
          label={words.clusters}
          hint={words.clustersHint + evidence('cluster')}
          error={fault(design.clusters)}
          values={design.clusters}
          candidates={names}
          onChange={(clusters) => set({ clusters })}
        />
        <FewVariables
          label={words.fpc}
          hint={words.fpcHint}
          values={design.fpc}
          candidates={numbers}
          onChange={(fpc) => set({ fpc })}
        />
      </div>
      {design.clusters.length > 0 && design.strata.length > 0 ? (
        <CheckField label={words.nest} hint={words.nestHint} checked={design.nest} onChange={(nest) => set({ nest })} />
      ) : null}
      {design.strata.length > 0 ? (
        <RadioCards
          label={words.lonely}
          hint={words.lonelyHint}
          value={design.lonelyPsu}
          options={lonelyOrder.map((policy) => ({
            value: policy,
            label: <strong>{words.lonelyOptions[policy][0]}</strong>,
            hint: words.lonelyOptions[policy][1],
          }))}
          onChange={(lonelyPsu) => set({ lonelyPsu })}
        />
      ) : null}
    </>
  );
}
