import { textIn, type UiLanguage } from '@common-measure/kernel';
import { outsideOf } from '../entry.ts';
import type { Question } from '../instrument.ts';
import { choicesOf } from '../question-parts.ts';
import { escapeHtml, paragraphs } from './html.ts';
import { paperWords } from './paper-words.ts';
import { respondentWords } from './respondent-words.ts';

const box = '<span class="box" aria-hidden="true"></span>';
const ring = '<span class="box ring" aria-hidden="true"></span>';
const line = '<span class="line" aria-hidden="true"></span>';

/** One question on paper, with its number; a text to read has none. */
export function paperField(question: Question, number: number | null, locale: string, ui: UiLanguage): string {
  const wording = textIn(question.wording, locale);
  const hint = question.hint ? `<p class="hint">${escapeHtml(textIn(question.hint, locale))}</p>` : '';
  if (question.type === 'information') return `<div class="info">${paragraphs(wording)}${hint}</div>`;
  const prompt = question.scale?.prompt
    ? `<p class="hint">${escapeHtml(textIn(question.scale.prompt, locale))}</p>`
    : '';
  const counted = chosen(question, ui);
  const more = counted ? `<p class="hint">${counted}</p>` : '';
  return `<h3><span class="no">${number ?? ''}.</span> ${escapeHtml(wording)}</h3>${hint}${prompt}${more}${answerPlace(question, locale, ui)}${outside(question, ui)}`;
}

/** Statements that share a scale, as a table: a row for each, a column for each answer. */
export function paperMatrix(
  rows: readonly { readonly question: Question; readonly number: number | null }[],
  locale: string,
  ui: UiLanguage,
): string {
  const [first] = rows;
  const points = first?.question.scale?.points ?? [];
  const apart = first ? outsideOf(first.question).map((key) => respondentWords[ui][key]) : [];
  const heads = [...points.map((point) => textIn(point.label, locale)), ...apart];
  const prompt = first?.question.scale?.prompt ? textIn(first.question.scale.prompt, locale) : '';
  const head = heads.map((label) => `<th scope="col">${escapeHtml(label)}</th>`).join('');
  const body = rows.map(({ question, number }) => {
    const words = escapeHtml(textIn(question.wording, locale));
    return `<tr><th scope="row"><span class="no">${number ?? ''}.</span> ${words}</th>${`<td>${ring}</td>`.repeat(heads.length)}</tr>`;
  });
  return `<table><caption>${escapeHtml(prompt)}</caption><thead><tr><td></td>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

function answerPlace(question: Question, locale: string, ui: UiLanguage): string {
  switch (question.type) {
    case 'rating':
    case 'single':
      return list(question, ring, locale);
    case 'multiple':
    case 'consent':
      return list(question, box, locale);
    case 'ranking':
      return list(question, '<span class="box wide" aria-hidden="true"></span>', locale);
    case 'number':
      return `<p class="write">${line}${question.unit ? ` ${escapeHtml(textIn(question.unit, locale))}` : ''}</p>`;
    case 'date':
      return `<p class="write">${paperWords[ui].date.map((part) => `<span class="day">${part} ${line}</span>`).join(' ')}</p>`;
    case 'text':
      return `<div class="lines" aria-hidden="true">${'<span class="line"></span>'.repeat(Math.min(question.lines ?? 6, 12))}</div>`;
    case 'information':
      return '';
  }
}

function list(question: Question, mark: string, locale: string): string {
  const choices = choicesOf(question).map(
    (option) =>
      `<li>${mark}<span>${escapeHtml(textIn(option.label, locale))}${option.specify ? ` ${line}` : ''}</span></li>`,
  );
  return `<ul class="answers">${choices.join('')}</ul>`;
}

function outside(question: Question, ui: UiLanguage): string {
  const answers = outsideOf(question).map((key) => `<li>${ring}<span>${respondentWords[ui][key]}</span></li>`);
  return answers.length > 0 ? `<ul class="answers apart">${answers.join('')}</ul>` : '';
}

/** How many may be chosen, where the number is limited. */
function chosen({ type, atLeast, atMost }: Question, ui: UiLanguage): string | null {
  const t = respondentWords[ui];
  if (type === 'ranking') return paperWords[ui].rank;
  if (type !== 'multiple') return null;
  if (atLeast !== undefined && atLeast > 1) return t.chooseBetween(atLeast, atMost ?? null);
  return atMost === undefined ? t.chooseAll : t.chooseAtMost(atMost);
}
