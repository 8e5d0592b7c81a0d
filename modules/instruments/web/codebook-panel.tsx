import { type Codebook, codebookCsv, codebookFromInstrument, roleOf, type Variable } from '@common-measure/dataset';
import { formatInstrument, type Instrument, questionsOf } from '@common-measure/instrument';
import { Card, DataTable, Disclosure, Tag, useMessages, useText } from '@common-measure/platform/web-kit';
import { useDeferredValue, useMemo } from 'react';
import { codebookMessages } from './codebook-words.ts';
import { SaveFile } from './save-file.tsx';

/** The codebook of the coming dataset, made by the function that makes it from the answers, of the questions as they stand. */
export function CodebookPanel({ instrument }: { instrument: Instrument }) {
  const words = useMessages(codebookMessages);
  const deferred = useDeferredValue(instrument);
  const codebook = useMemo(() => draftCodebook(deferred), [deferred]);
  const unfinished = questionsOf(deferred).filter(isUnfinished).length;
  return (
    <Card title={words.codebook} stack>
      <p>{words.lead}</p>
      {unfinished > 0 ? <p className="small muted">{words.unfinished(unfinished)}</p> : null}
      {questionsOf(deferred).length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <SaveFile name={words.fileName} type="text/csv" text={() => `\ufeff${codebookCsv(codebook)}`}>
          {words.download}
        </SaveFile>
      )}
      <p className="small muted">{words.weights}</p>
      <h3>{words.file}</h3>
      <p className="small muted">{words.fileLead}</p>
      <SaveFile name={words.instrumentFile} type="application/json" text={() => formatInstrument(instrument)}>
        {words.downloadFile}
      </SaveFile>
      {questionsOf(deferred).length > 0 ? <Variables codebook={codebook} /> : null}
    </Card>
  );
}

function Variables({ codebook }: { codebook: Codebook }) {
  const words = useMessages(codebookMessages);
  const read = useText();
  return (
    <DataTable
      caption={words.count(codebook.variables.length)}
      stacks
      rows={codebook.variables}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', header: words.variable, cell: ({ name }) => <code className="breakable">{name}</code> },
        { key: 'label', header: words.label, cell: ({ label }) => read(label) },
        {
          key: 'kind',
          header: words.kind,
          cell: (variable) => {
            const role = roleOf(codebook, variable.name);
            return (
              <>
                {words.kinds[variable.kind]} {role ? <Tag>{words.roles[role]}</Tag> : null}
                {variable.unit ? <span className="small muted"> {words.unit(variable.unit)}</span> : null}
              </>
            );
          },
        },
        { key: 'values', header: words.values, cell: (variable) => <Codes variable={variable} /> },
      ]}
    />
  );
}

function Codes({ variable }: { variable: Variable }) {
  const words = useMessages(codebookMessages);
  const read = useText();
  const { values, missing, scale, access } = variable;
  if (access === 'closed') return <span className="small">{words.closed}</span>;
  if (values.length + missing.length === 0) return words.noRole;
  return (
    <Disclosure summary={values.length > 0 ? words.answers(values.length) : words.missing}>
      {scale ? <p className="small muted">{words.points(scale.min, scale.max)}</p> : null}
      <dl className="code-list">
        {[...values, ...missing].map(({ code, label }) => (
          <div key={code}>
            <dt>
              <code>{code}</code>
            </dt>
            <dd className={missing.some((one) => one.code === code) ? 'muted' : undefined}>{read(label)}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

function isUnfinished({ type, scale }: { readonly type: string; readonly scale: unknown }): boolean {
  return type === 'rating' && scale === null;
}

/** The codebook of a draft: ratings that have no scale yet are left out, as nothing can be said of them. */
function draftCodebook(instrument: Instrument): Codebook {
  const sections = instrument.sections.map((section) => ({
    ...section,
    questions: section.questions.filter((question) => !isUnfinished(question)),
  }));
  return codebookFromInstrument(
    { ...instrument, sections },
    {
      title: instrument.title,
      population: null,
      wave: null,
      synthetic: false,
      design: {
        samplingClass: 'non-probability',
        weight: null,
        strata: [],
        clusters: [],
        fpc: [],
        nest: false,
        lonelyPsu: 'fail',
      },
    },
  );
}
