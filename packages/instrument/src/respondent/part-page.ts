import { textIn } from '@common-measure/kernel';
import { nothingAllotted } from '../allotment.ts';
import { fieldName } from '../entry.ts';
import type { QuestionPage } from '../pages.ts';
import { questionGroups } from '../question-groups.ts';
import { isAnswerable } from '../question-parts.ts';
import { respondentDocument, surveyForm } from './document.ts';
import { errorSummary, problemInWords } from './error-summary.ts';
import type { FieldContext } from './field-frame.ts';
import { mayGrow } from './further-pages.ts';
import { escapeHtml } from './html.ts';
import { partAddress } from './part-address.ts';
import { progress } from './progress.ts';
import { questionField } from './question-field.ts';
import { ratingMatrix } from './rating-matrix.ts';
import { type RespondentView, steeringFields } from './respondent-view.ts';
import { wordsOf } from './spoken-words.ts';

/** The page at `at` of those that this person sees, in order: a section, or one question of it. */
export function partPage(view: RespondentView, pages: readonly QuestionPage[], at: number): string {
  if (view.step.kind !== 'part') throw new Error(`a part page at step ${view.step.kind}`);
  const page = pages[at];
  if (!page) throw new Error(`no page ${at} among ${pages.length}`);
  const { section } = page;
  const { locale, frame, step } = view;
  const t = wordsOf(view.instrument, locale);
  const here = section.questions.map((question) => question.code);
  const problems = view.problems.filter((problem) => here.includes(problem.question));
  const answerable = section.questions.filter(isAnswerable);
  const [first] = answerable;
  const alone = answerable.length === 1 && (page.question !== null || section.questions.length === 1);
  const soft = problems.filter((problem) => problem.soft);
  const isError = soft.length < problems.length;
  const context: FieldContext = {
    locale,
    t,
    entries: view.entries,
    allotment: view.allotment ?? nothingAllotted,
    problems: new Map(problems.map((problem) => [problem.question, t.refusal(problem)])),
    soft: new Set(soft.map((problem) => problem.question)),
    alone,
  };
  const groups = questionGroups(section.questions);
  const fields = groups.map((group) =>
    group.length > 1
      ? ratingMatrix(group, context)
      : group.map((question) => questionField(question, context)).join(''),
  );
  const title = textIn(alone && first ? first.wording : section.title, locale);
  const isGrowing = mayGrow(view.instrument, pages, at);
  const isPaged = pages.some((one) => one.question !== null);
  const position = (isPaged ? t.page : t.part)(at + 1, pages.length, isGrowing);
  const above =
    page.question === null || !alone ? '' : `<p class="sec">${escapeHtml(textIn(section.title, locale))}</p>`;
  const news = step.newQuestions ? `<div class="n ok" role="status"><p>${t.more}</p></div>` : '';
  const inner = `${progress(position, at + 1, pages.length + (isGrowing ? 1 : 0))}${news}${above}${alone ? '' : `<h1>${escapeHtml(title)}</h1>`}${fields.join('')}<div class="act"><button name="do" value="next">${t.next}</button><button class="s" name="do" value="back" formnovalidate>${t.back}</button>${frame.preview ? '' : `<button class="t" name="do" value="save" formnovalidate>${t.save}</button>`}</div>`;
  const hidden = {
    ...frame.hidden,
    [steeringFields.shown]: here.join(' '),
    ...(step.returnsToCheck ? { [steeringFields.returns]: 'check' } : {}),
    ...(step.newQuestions ? { [steeringFields.more]: '1' } : {}),
    ...(soft.length > 0 ? { [steeringFields.warned]: soft.map((problem) => problem.question).join(' ') } : {}),
  };
  const links = problems.map((problem) => ({
    href: `#${fieldName(problem.question)}`,
    text: problemInWords(
      problem,
      section.questions.find((one) => one.code === problem.question),
      t,
    ),
  }));
  return respondentDocument({
    t,
    languages: view.instrument.languages,
    frame,
    title,
    error: isError,
    wide: groups.some((group) => group.length > 1),
    form: 'f',
    body:
      errorSummary(t, links, !isError) +
      surveyForm(partAddress(frame.base, { section: section.code, question: page.question }), hidden, inner),
  });
}
