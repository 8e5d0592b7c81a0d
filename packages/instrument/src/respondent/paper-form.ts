import { type LocalizedText, textIn, type UiLanguage } from '@common-measure/kernel';
import { testsOf } from '../condition.ts';
import { conditionInWords, targetInWords } from '../condition-words.ts';
import { questionsOf } from '../edit-instrument.ts';
import type { Condition, Instrument, Question, Section, SkipTarget } from '../instrument.ts';
import { directionOf } from '../languages/language-tag.ts';
import { withoutPipes } from '../pipe.ts';
import { questionGroups } from '../question-groups.ts';
import { choicesOf, isAnswerable } from '../question-parts.ts';
import { filledInstrument } from '../slots.ts';
import { escapeHtml, paragraphs } from './html.ts';
import { paperField, paperMatrix } from './paper-field.ts';
import { paperWords } from './paper-words.ts';

/** Where the look of the form is served. */
export const paperStylesheet = '/s/paper.css';

/**
 * The questionnaire as a form to print in one of its languages: boxes instead of controls, routing as instructions ("If No, go to question
 * 7"), a matrix as a table, the words of a pipe that stand without an answer. Questions with an answer are numbered from 1. Instructions
 * are in French for a French form, else in English.
 */
export function paperForm(given: Instrument, locale: string, organization: LocalizedText): string {
  const instrument = filledInstrument(given);
  const ui: UiLanguage = locale.startsWith('fr') ? 'fr' : 'en';
  const form: Form = { instrument, numbered: onlyAnswerable(instrument), locale, ui };
  const title = textIn(instrument.title, locale);
  const parts = instrument.sections.filter((section) => section.questions.length > 0);
  const language = locale === 'en' || locale === 'fr' ? `${locale}-CA` : locale;
  const body = `<header><p class="org">${escapeHtml(textIn(organization, locale))}</p><h1>${escapeHtml(title)}</h1>${paragraphs(plain(instrument.introduction, locale))}<p class="how">${paperWords[ui].how}</p></header>${parts.map((section) => paperSection(form, section)).join('')}<footer>${paragraphs(plain(instrument.closing, locale))}</footer>`;
  return `<!doctype html><html lang="${escapeHtml(language)}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><meta name="color-scheme" content="light"><meta name="robots" content="noindex"><link rel="icon" href="data:,"><link rel="stylesheet" href="${paperStylesheet}"></head><body><main>${body}</main></body></html>`;
}

/** A form under way. `numbered` holds the questions with an answer only: their places are the numbers on paper. */
interface Form {
  readonly instrument: Instrument;
  readonly numbered: Instrument;
  readonly locale: string;
  readonly ui: UiLanguage;
}

function paperSection(form: Form, section: Section): string {
  const says = paperWords[form.ui];
  const only = [
    ...(section.showIf ? [says.partOnlyIf(condition(form, section.showIf))] : []),
    ...groupOf(form, section.arms),
  ];
  const groups = questionGroups(section.questions.map((question) => withPlainTexts(question)));
  return `<section><h2>${escapeHtml(plain(section.title, form.locale))}</h2>${instructions(only)}${groups.map((group) => paperGroup(form, group)).join('')}</section>`;
}

function paperGroup(form: Form, group: readonly Question[]): string {
  const isTable = group.length > 1 && group.every((question) => !question.showIf && !question.skips?.length);
  if (!isTable) return group.map((question) => paperQuestion(form, question)).join('');
  const only = [...new Set(group.flatMap((question) => groupOf(form, question.arms)))];
  const rows = group.map((question) => ({ question, number: numberOf(form, question) }));
  return `<div class="q">${instructions(only)}${paperMatrix(rows, form.locale, form.ui)}</div>`;
}

function paperQuestion(form: Form, question: Question): string {
  const says = paperWords[form.ui];
  const before = [
    ...(question.showIf ? [says.onlyIf(condition(form, question.showIf))] : []),
    ...groupOf(form, question.arms),
  ];
  const after = (question.skips ?? []).map((skip) =>
    says.goTo(ownAnswer(form, question, skip.if) ?? condition(form, skip.if), target(form, skip.to)),
  );
  const field = paperField(question, numberOf(form, question), form.locale, form.ui);
  return `<div class="q">${instructions(before)}${field}${instructions(after)}</div>`;
}

function instructions(lines: readonly string[]): string {
  return lines.map((line) => `<p class="go">${escapeHtml(line)}</p>`).join('');
}

/** "you chose No": where a skip looks at nothing but the answer right above it. */
function ownAnswer(form: Form, question: Question, when: Condition): string | null {
  const [test, ...more] = testsOf(when);
  if (!test || more.length > 0 || test.question !== question.code || !('answered' in test)) return null;
  const labels = test.answered.map((code) => {
    const option = choicesOf(question).find((one) => one.code === code);
    return option ? plain(option.label, form.locale) : code;
  });
  const says = paperWords[form.ui];
  const last = labels.at(-1) ?? '';
  return says.answer(labels.length > 1 ? `${labels.slice(0, -1).join(', ')} ${says.or} ${last}` : last);
}

function condition(form: Form, when: Condition): string {
  return conditionInWords(form.numbered, when, form.ui, 'number');
}

/** A text to read has no number: then the way leads to the next question that has one. */
function target({ instrument, numbered, ui }: Form, to: SkipTarget): string {
  if (to === 'end' || 'section' in to) return targetInWords(numbered, to, ui, 'number');
  const questions = questionsOf(instrument);
  const at = questions.findIndex((question) => question.code === to.question);
  const next = at < 0 ? undefined : questions.slice(at).find(isAnswerable);
  const end = at < 0 ? to : 'end';
  return targetInWords(numbered, next ? { question: next.code } : end, ui, 'number');
}

function groupOf({ instrument, locale, ui }: Form, arms: readonly string[] | undefined): readonly string[] {
  if (!arms || arms.length === 0) return [];
  const names = arms.map((code) => {
    const arm = instrument.arms?.find((one) => one.code === code);
    return arm ? plain(arm.label, locale) || code : code;
  });
  return [paperWords[ui].onlyGroup(names.join(', '))];
}

function numberOf({ numbered }: Form, question: Question): number | null {
  const at = questionsOf(numbered).findIndex((one) => one.code === question.code);
  return at < 0 ? null : at + 1;
}

function onlyAnswerable(instrument: Instrument): Instrument {
  const sections = instrument.sections.map((section) => ({
    ...section,
    questions: section.questions.filter(isAnswerable),
  }));
  return { ...instrument, sections };
}

function withPlainTexts(question: Question): Question {
  return {
    ...question,
    wording: withoutPipes(question.wording),
    hint: question.hint && withoutPipes(question.hint),
    options: question.options.map((option) => ({ ...option, label: withoutPipes(option.label) })),
  };
}

function plain(text: LocalizedText, locale: string): string {
  return textIn(withoutPipes(text), locale);
}
