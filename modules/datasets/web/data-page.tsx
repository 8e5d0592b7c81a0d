import { ButtonLink, CodeBlock, Icon, Loaded, Page, Section, useMessages } from '@common-measure/platform/web-kit';
import { dataMessages } from './data-words.ts';
import { useDatasets, useImports } from './dataset-queries.ts';
import { DatasetTable } from './dataset-table.tsx';
import { ImportList } from './import-list.tsx';
import { useMayBring } from './may-bring.ts';
import { RemovedList } from './removed-list.tsx';

/** Every dataset, and the files that wait for choices; where there is neither, the three ways to data. */
export function DataPage() {
  const words = useMessages(dataMessages);
  const mayBring = useMayBring();
  const datasets = useDatasets();
  const imports = useImports(mayBring);
  const waiting = imports.data ?? [];
  const isEmpty = datasets.data?.length === 0 && (!mayBring || imports.data?.length === 0);
  return (
    <Page
      title={words.data}
      facts={<p className="sub">{words.lede}</p>}
      actions={
        mayBring && !isEmpty ? (
          <ButtonLink icon="upload" to="/datasets/import">
            {words.bring}
          </ButtonLink>
        ) : null
      }
    >
      {isEmpty ? <WaysToData mayBring={mayBring} /> : null}
      {waiting.length > 0 ? (
        <Section title={words.underWay} sub={words.underWayLede}>
          <ImportList imports={waiting} />
        </Section>
      ) : null}
      <Loaded query={datasets}>
        {(all) =>
          all.length > 0 ? (
            <Section title={words.saved}>
              <DatasetTable datasets={all} mayRemove={mayBring} />
            </Section>
          ) : null
        }
      </Loaded>
      {mayBring ? <RemovedList /> : null}
    </Page>
  );
}

function WaysToData({ mayBring }: { mayBring: boolean }) {
  const words = useMessages(dataMessages);
  return (
    <section className="section" aria-labelledby="ways">
      <h2 id="ways">{words.emptyTitle}</h2>
      <p className="sub">{words.emptyText}</p>
      <div className="choices">
        <section className="card choicecard" aria-labelledby="way-file">
          <Icon name="file" />
          <h3 id="way-file">{words.wayFile}</h3>
          <p>{words.wayFileText}</p>
          {mayBring ? <ButtonLink to="/datasets/import">{words.bring}</ButtonLink> : null}
        </section>
        <section className="card choicecard" aria-labelledby="way-survey">
          <Icon name="form" />
          <h3 id="way-survey">{words.waySurvey}</h3>
          <p>{words.waySurveyText}</p>
          <ButtonLink kind="second" to="/surveys/new">
            {words.waySurveyAct}
          </ButtonLink>
        </section>
        <section className="card choicecard" aria-labelledby="way-terminal">
          <Icon name="copy" />
          <h3 id="way-terminal">{words.wayTerminal}</h3>
          <p>{words.wayTerminalText}</p>
          <CodeBlock code={words.wayTerminalCommand} label={words.wayTerminal} />
        </section>
      </div>
    </section>
  );
}
