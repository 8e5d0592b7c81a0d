import type { Codebook } from '@common-measure/dataset';
import { samplingClassWords } from '@common-measure/modules/studies/contract';
import { useFormat, useMessages, useText } from '@common-measure/platform/web-kit';
import { designMessages } from './design-words.ts';
import { importMessages } from './import-words.ts';

/** What the data are, how people were reached, the design and the roles, as terms and values. */
export function DesignFacts({ codebook }: { codebook: Codebook }) {
  const words = useMessages(designMessages);
  const { none, notSaid } = useMessages(importMessages).save;
  const read = useText();
  const { date, list } = useFormat();
  const { design, roles, wave, population } = codebook;
  const nameOf = (name: string) => {
    const variable = codebook.variables.find((one) => one.name === name);
    if (!variable) return name;
    const label = read(variable.label);
    return label === variable.column ? label : `${label} (${variable.column})`;
  };
  const names = (given: readonly (string | null)[]) => {
    const known = given.filter((name) => name !== null);
    return known.length > 0 ? list(known.map(nameOf)) : none;
  };
  const reached = samplingClassWords[design.samplingClass];
  const rows: readonly (readonly [string, string])[] = [
    [words.wave, wave ? `${wave.label}, ${date(wave.start)}` : words.noWave],
    [words.population, population ? read(population) : notSaid],
    [words.reached, `${read(reached.name)}. ${words.speaks[design.samplingClass]}`],
    [words.weight, names([design.weight])],
    [words.strata, names(design.strata)],
    [words.clusters, names(design.clusters)],
    ...(design.fpc.length > 0 ? [[words.fpc, names(design.fpc)] as const] : []),
    ...(design.strata.length > 0 ? [[words.lonely, words.lonelyOptions[design.lonelyPsu][0]] as const] : []),
    [words.overall, names([roles.overall])],
    [words.drivers, names(roles.drivers)],
    [words.channel, names([roles.channel])],
    [words.region, names([roles.region])],
    [words.profile, names(roles.profile)],
    [words.comments, names(roles.comments)],
  ];
  return (
    <dl className="kv">
      {rows.map(([term, value]) => (
        <div className="kv-row" key={term}>
          <dt>{term}</dt>
          <dd className="breakable">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
