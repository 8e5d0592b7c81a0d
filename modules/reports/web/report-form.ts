import type { NewReport, ReportAudience } from '../contract.ts';

/** What the form of a new report holds, as typed. */
export interface ReportForm {
  readonly datasetId: string;
  readonly en: string;
  readonly fr: string;
  readonly audience: ReportAudience;
  /** Variables by which every item is broken down; null for all that are offered. */
  readonly breakdowns: readonly string[] | null;
  readonly start: string;
  readonly end: string;
  readonly howEn: string;
  readonly howFr: string;
  readonly invited: string;
  readonly rate: string;
  readonly formula: string;
}

export const emptyForm: ReportForm = {
  datasetId: '',
  en: '',
  fr: '',
  audience: 'public',
  breakdowns: null,
  start: '',
  end: '',
  howEn: '',
  howFr: '',
  invited: '',
  rate: '',
  formula: '',
};

export type FormFault = 'enterEn' | 'enterFr' | 'howBoth' | 'endBefore' | 'wholeNumber' | 'rateBoth';

/** What must be corrected, by field. */
export function formFaults(form: ReportForm): readonly { readonly id: string; readonly fault: FormFault }[] {
  const faults: { id: string; fault: FormFault }[] = [];
  if (form.en.trim() === '') faults.push({ id: 'title-en', fault: 'enterEn' });
  if (form.fr.trim() === '') faults.push({ id: 'title-fr', fault: 'enterFr' });
  if (form.start !== '' && form.end !== '' && form.end < form.start) faults.push({ id: 'end', fault: 'endBefore' });
  if ((form.howEn.trim() === '') !== (form.howFr.trim() === ''))
    faults.push({ id: form.howEn.trim() === '' ? 'how-en' : 'how-fr', fault: 'howBoth' });
  if (form.invited.trim() !== '' && wholeNumber(form.invited) === null)
    faults.push({ id: 'invited', fault: 'wholeNumber' });
  const rate = percentOf(form.rate);
  const hasRate = form.rate.trim() !== '';
  if (hasRate !== (form.formula.trim() !== '') || (hasRate && rate === null))
    faults.push({ id: 'rate', fault: 'rateBoth' });
  return faults;
}

/** The report that the form asks for; only of a form without faults. */
export function wantedReport(form: ReportForm): NewReport {
  const rate = percentOf(form.rate);
  return {
    title: { en: form.en.trim(), fr: form.fr.trim() },
    audience: form.audience,
    breakdowns: form.breakdowns === null ? null : [...form.breakdowns],
    fieldwork: {
      start: form.start || null,
      end: form.end || null,
      how: form.howEn.trim() === '' ? null : { en: form.howEn.trim(), fr: form.howFr.trim() },
      invited: wholeNumber(form.invited),
      responseRate: rate === null ? null : { value: rate / 100, formula: form.formula.trim() },
    },
  };
}

/** Blanks and no-break spaces between thousands are taken, in either language. */
function wholeNumber(typed: string): number | null {
  const digits = typed.replace(/[\s,]/g, '');
  return /^[1-9]\d{0,9}$/.test(digits) ? Number(digits) : null;
}

/** "41.5" or "41,5", above 0 and up to 100. */
function percentOf(typed: string): number | null {
  const value = Number(typed.trim().replace(/\s*%$/, '').replace(',', '.'));
  return typed.trim() !== '' && value > 0 && value <= 100 ? value : null;
}
