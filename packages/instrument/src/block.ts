import type { LocalizedText } from '@common-measure/kernel';
import { testsOf } from './condition.ts';
import { questionsOf } from './edit-instrument.ts';
import type { AnswerTest, Condition, Instrument, Question, SkipTarget } from './instrument.ts';
import { pipesIn } from './pipe.ts';
import { slotsIn, slottedTexts } from './slots.ts';

/** Questions of an organization's own that are kept to be put into further questionnaires. */
export interface QuestionBlock {
  readonly format: 'common-measure/block';
  readonly version: 1;
  readonly questions: readonly Question[];
  /** Words of the slots that they hold. */
  readonly slots?: Readonly<Record<string, LocalizedText>> | undefined;
}

/** What a question lost because it pointed outside of its block. */
export interface DroppedRouting {
  /** Code of the question in the questionnaire it was taken from. */
  readonly question: string;
  readonly part: 'condition' | 'skip' | 'pipe' | 'arms' | 'expectation';
}

/**
 * The questions with these codes as a block, in reading order. Routing among them is kept; a condition, a skip or a pair that needs a
 * question outside, and the arms of a split sample, are left out, and a piped answer from outside becomes its fallback words.
 */
export function blockOf(
  instrument: Instrument,
  codes: readonly string[],
): { readonly block: QuestionBlock; readonly dropped: readonly DroppedRouting[] } {
  const chosen = questionsOf(instrument).filter((question) => codes.includes(question.code));
  const inside = new Set(chosen.map((question) => question.code));
  const freed = chosen.map((question) => withinBlock(question, inside));
  const questions = freed.map((one) => one.question);
  const names = new Set(questions.flatMap((question) => slottedTexts(question).flatMap(slotsIn)));
  const words = Object.entries(instrument.slots ?? {}).filter(([name]) => names.has(name));
  return {
    block: {
      format: 'common-measure/block',
      version: 1,
      questions,
      ...(words.length > 0 ? { slots: Object.fromEntries(words) } : {}),
    },
    dropped: freed.flatMap((one) => one.dropped),
  };
}

/**
 * The instrument with the questions of a block at the end of a section: codes that are taken get a number behind them, and routing,
 * pipes and pairs among the block follow. Groups of matrices are freed likewise. Words of slots come along where the instrument has none
 * yet. Roles that one question at most may have give way to the ones that are there. An unknown section leaves it as it is.
 */
export function insertBlock(instrument: Instrument, section: string, block: QuestionBlock): Instrument {
  const taken = new Set(questionsOf(instrument).map((question) => question.code));
  const groups = new Set(questionsOf(instrument).flatMap((question) => question.group ?? []));
  const codes = freedNames(
    block.questions.map((question) => question.code),
    taken,
  );
  const groupNames = freedNames(
    block.questions.flatMap((question) => question.group ?? []),
    groups,
  );
  const roles = new Set(questionsOf(instrument).map((question) => question.role));
  const questions = block.questions.map((question) => {
    const named = renamed(question, codes);
    const isTaken = ['overall', 'channel', 'region'].includes(named.role) && roles.has(named.role);
    return {
      ...named,
      ...(named.group === undefined ? {} : { group: groupNames.get(named.group) ?? named.group }),
      ...(isTaken ? { role: 'other' as const } : {}),
    };
  });
  const words = { ...block.slots, ...instrument.slots };
  return {
    ...instrument,
    ...(Object.keys(words).length > 0 ? { slots: words } : {}),
    sections: instrument.sections.map((one) =>
      one.code === section ? { ...one, questions: [...one.questions, ...questions] } : one,
    ),
  };
}

function withinBlock(
  { showIf, skips, arms, expectation, ...question }: Question,
  inside: ReadonlySet<string>,
): { readonly question: Question; readonly dropped: readonly DroppedRouting[] } {
  const dropped = new Set<DroppedRouting['part']>();
  const isInside = (condition: Condition): boolean => testsOf(condition).every((test) => inside.has(test.question));
  const keptSkips = (skips ?? []).filter(({ if: condition, to }) => isInside(condition) && leadsInside(to, inside));
  if (keptSkips.length < (skips ?? []).length) dropped.add('skip');
  if (showIf && !isInside(showIf)) dropped.add('condition');
  if (arms) dropped.add('arms');
  if (expectation !== undefined && !inside.has(expectation)) dropped.add('expectation');
  const unpiped = withTexts(question, (text) =>
    text.replace(pipePattern, (whole) => {
      const [pipe] = pipesIn(whole);
      if (!pipe || inside.has(pipe.question)) return whole;
      dropped.add('pipe');
      return pipe.fallback?.trim() || '…';
    }),
  );
  return {
    question: {
      ...unpiped,
      showIf: showIf && isInside(showIf) ? showIf : null,
      ...(keptSkips.length > 0 ? { skips: keptSkips } : {}),
      ...(expectation !== undefined && inside.has(expectation) ? { expectation } : {}),
    },
    dropped: [...dropped].map((part) => ({ question: question.code, part })),
  };
}

function leadsInside(to: SkipTarget, inside: ReadonlySet<string>): boolean {
  return to !== 'end' && 'question' in to && inside.has(to.question);
}

function renamed(question: Question, codes: ReadonlyMap<string, string>): Question {
  const to = (code: string): string => codes.get(code) ?? code;
  const test = (one: AnswerTest): AnswerTest => ({ ...one, question: to(one.question) });
  const condition = (one: Condition): Condition => {
    if ('all' in one) return { all: one.all.map(test) };
    return 'any' in one ? { any: one.any.map(test) } : test(one);
  };
  const { showIf, skips, expectation, ...rest } = question;
  return {
    ...withTexts(rest, (text) =>
      text.replace(pipePattern, (whole) => {
        const [pipe] = pipesIn(whole);
        if (!pipe) return whole;
        return `{{${to(pipe.question)}${pipe.fallback === null ? '' : `|${pipe.fallback}`}}}`;
      }),
    ),
    code: to(question.code),
    showIf: showIf && condition(showIf),
    ...(skips
      ? {
          skips: skips.map((skip) => ({
            if: condition(skip.if),
            to: skip.to !== 'end' && 'question' in skip.to ? { question: to(skip.to.question) } : skip.to,
          })),
        }
      : {}),
    ...(expectation === undefined ? {} : { expectation: to(expectation) }),
  };
}

const pipePattern = /\{\{[^{}]*\}\}/g;
const longestCode = 48;

/** Free names: those that are not taken stay, the others get the first number that frees them. */
function freedNames(names: readonly string[], taken: ReadonlySet<string>): ReadonlyMap<string, string> {
  const used = new Set([...taken, ...names]);
  return new Map(
    [...new Set(names)].map((name) => {
      if (!taken.has(name)) return [name, name];
      let number = 2;
      const numbered = (): string => `${name.slice(0, longestCode - 1 - String(number).length)}_${number}`;
      while (used.has(numbered())) number += 1;
      used.add(numbered());
      return [name, numbered()];
    }),
  );
}

type Texts = Pick<Question, 'wording' | 'hint' | 'options'>;

function withTexts<Q extends Texts>(question: Q, change: (text: string) => string): Q {
  const each = (text: LocalizedText): LocalizedText => {
    const others = Object.fromEntries(Object.entries(text).map(([language, one]) => [language, change(one ?? '')]));
    return { ...others, en: change(text.en), fr: change(text.fr) };
  };
  return {
    ...question,
    wording: each(question.wording),
    hint: question.hint && each(question.hint),
    options: question.options.map((option) => ({ ...option, label: each(option.label) })),
  };
}
