import { scoreStrip } from '@common-measure/chart';
import type { Variable } from '@common-measure/dataset';
import type { ShownEstimate } from '@common-measure/estimate';
import type { Block, FindingCard, Picture, Section } from '../document.ts';
import type { EditionContext } from '../edition-context.ts';
import { domainLabel, overallItem, ratedItems } from '../results.ts';
import type { Difference } from '../source.ts';
import { summaryWords } from '../words/summary-words.ts';

/** The findings a manager can repeat: the overall score, what changed, the lowest and highest items, the groups that differ. */
export function summarySection(context: EditionContext): Section {
  const words = summaryWords[context.language];
  const overall = overallItem(context.results);
  const cards = [
    ...(overall ? [overallCard(context, overall)] : []),
    ...itemCards(context, overall),
    ...groupCards(context, overall),
  ];
  const blocks: Block[] = [
    ...(overall ? lead(context, overall) : []),
    { kind: 'findings', cards },
    { kind: 'note', text: readingNote(context) },
  ];
  return { id: 'summary', title: words.title, blocks, isWide: false };
}

function lead(context: EditionContext, overall: Variable): readonly Block[] {
  const words = summaryWords[context.language];
  const estimate = context.results.estimate(overall.name, 'score');
  if (estimate?.status !== 'shown') return [];
  const value = context.format.number(estimate.value);
  const label = context.named(overall.name);
  const change = waveChange(context, overall.name);
  if (!change) {
    const say = context.allowsInference ? words.overall : words.overallAnswered;
    return [{ kind: 'lead', text: say(label, value) }];
  }
  const text = change.clear
    ? words.leadClear(label, value, context.format.change(change.value), waveOf(change))
    : words.leadChange(label, value, waveOf(change));
  return [{ kind: 'lead', text }];
}

function overallCard(context: EditionContext, overall: Variable): FindingCard {
  const words = summaryWords[context.language];
  const { format } = context;
  const label = context.named(overall.name);
  const estimate = context.results.estimate(overall.name, 'score');
  if (!estimate || estimate.status === 'withheld') {
    const text = estimate ? context.withheld(estimate).reason : '';
    return { title: words.withheldTitle(label), text, picture: null, isWarm: false };
  }
  const say = context.allowsInference ? words.overall : words.overallAnswered;
  const sentence = say(label, context.withInterval(estimate));
  const change = waveChange(context, overall.name);
  if (!change) return { title: label, text: sentence, picture: ruler(context, estimate), isWarm: false };
  const amount = `${format.change(change.value)} (${format.changeRange(change.low, change.high)})`;
  const points = format.number(Math.abs(change.value));
  const heading = !change.clear ? words.noClearChange : change.value > 0 ? words.higher(points) : words.lower(points);
  const since = (change.clear ? words.changeSince : words.noChangeSince)(waveOf(change), amount);
  return {
    title: words.overallTitle(label, heading),
    text: `${sentence} ${since}`,
    picture: ruler(context, estimate),
    isWarm: change.clear && change.value < 0,
  };
}

function itemCards(context: EditionContext, overall: Variable | null): readonly FindingCard[] {
  const words = summaryWords[context.language];
  const scored = ratedItems(context.results)
    .filter((variable) => variable.name !== overall?.name && variable.scale?.higher !== 'neutral')
    .flatMap((variable) => {
      const estimate = context.results.estimate(variable.name, 'score');
      return estimate?.status === 'shown' ? [{ variable, estimate }] : [];
    })
    .sort((a, b) => a.estimate.value - b.estimate.value);
  const changed = context.source.differences.filter(
    (d) => d.against.kind === 'wave' && d.clear && d.variable !== overall?.name && Object.keys(d.domain).length === 0,
  );
  const count = context.format.count(scored.length);
  const name = (one: { variable: Variable; estimate: ShownEstimate }): string =>
    words.at(context.format.words.quote(context.text(one.variable.label)), context.withInterval(one.estimate));
  const cards: FindingCard[] = [];
  if (context.allowsInference && changed.length > 0)
    cards.push({
      title: words.changesTitle,
      text: words.changes(
        changed
          .slice(0, 4)
          .map((d) => words.below(context.named(d.variable), ...changeText(context, d)))
          .join('; '),
        changed[0] ? waveOf(changed[0]) : '',
        context.format.count(changed[0]?.tests ?? 0),
      ),
      picture: null,
      isWarm: changed.some((d) => d.value < 0),
    });
  if (scored.length >= 4) {
    const low = scored.slice(0, 2);
    const overlap = overlapping(context, low[0]?.estimate, low[1]?.estimate) ? ` ${words.lowestOverlap}` : '';
    cards.push({
      title: words.lowestTitle,
      text: words.lowest(context.format.words.and(low.map(name)), count) + overlap,
      picture: low[0] ? ruler(context, low[0].estimate) : null,
      isWarm: true,
    });
    const high = scored.slice(-2).reverse();
    cards.push({
      title: words.highestTitle,
      text: words.highest(context.format.words.and(high.map(name)), count),
      picture: high[0] ? ruler(context, high[0].estimate) : null,
      isWarm: false,
    });
  }
  return cards;
}

function groupCards(context: EditionContext, overall: Variable | null): readonly FindingCard[] {
  const words = summaryWords[context.language];
  const tested = context.source.differences.filter((d) => d.against.kind === 'rest' && d.variable === overall?.name);
  if (!context.allowsInference || tested.length === 0) return [];
  const clear = tested.filter((d) => d.clear).sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const groups = clear
    .slice(0, 3)
    .map((d) =>
      words.below(
        domainLabel(context.results, d.domain, context.language, context.format.words.colon),
        ...changeText(context, d),
      ),
    );
  const text = groups.length > 0 ? words.groups(groups.join('; ')) : words.groupsNone;
  return [{ title: words.groupsTitle, text, picture: null, isWarm: false }];
}

function ruler(context: EditionContext, estimate: ShownEstimate): Picture {
  const ci = context.interval(estimate);
  return (medium) =>
    scoreStrip(
      {
        name: `${context.label(estimate.estimand.variable)}. ${context.withInterval(estimate)}`,
        estimate: { value: estimate.value, low: ci?.low ?? null, high: ci?.high ?? null },
        stretch: { low: 0, high: 100 },
        ticks: [0, 25, 50, 75, 100].map(context.format.tick),
      },
      medium,
    );
}

function readingNote(context: EditionContext): string {
  const words = summaryWords[context.language];
  switch (context.source.codebook.design.samplingClass) {
    case 'probability':
      return words.read(context.level);
    case 'systematic-intercept':
      return words.readVisits(context.level);
    case 'attempted-census':
      return words.readCensus + censusRate(context);
    case 'non-probability':
      return words.readOpen;
  }
}

/** The change of an item since the last wave, where one was tested and may be said. */
export function waveChange(context: EditionContext, variable: string): Difference | null {
  if (!context.allowsInference) return null;
  return (
    context.source.differences.find(
      (d) => d.against.kind === 'wave' && d.variable === variable && Object.keys(d.domain).length === 0,
    ) ?? null
  );
}

export function waveOf(difference: Difference): string {
  return difference.against.kind === 'wave' ? difference.against.label : '';
}

/** "−9.1" and "−11.4 to −6.8": the change and its interval. */
function changeText(context: EditionContext, d: Difference): readonly [string, string] {
  const { format } = context;
  return [format.change(d.value), format.changeRange(d.low, d.high)];
}

function overlapping(context: EditionContext, a: ShownEstimate | undefined, b: ShownEstimate | undefined): boolean {
  const first = a && context.interval(a);
  const second = b && context.interval(b);
  return Boolean(first && second && first.low <= second.high && second.low <= first.high);
}

/** Of an attempted census the response rate stands beside the figures, or the remark that it is not known. */
function censusRate(context: EditionContext): string {
  const words = summaryWords[context.language];
  const { responseRate } = context.source.fieldwork;
  if (responseRate === null) return ` ${words.rateUnknown}`;
  return ` ${words.rate(context.format.percent(100 * responseRate.value, 1))}`;
}
