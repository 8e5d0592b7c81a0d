import type { ColumnProfile } from './profile.ts';
import { because, type Reason } from './reason.ts';

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const phone = /^(\+?\d{1,2}[ .-]?)?\(?\d{3}\)?[ .-]\d{3}[ .-]?\d{4}$/;
const postalCanada = /^[A-Z]\d[A-Z][ -]?\d[A-Z]\d$/i;
const postalZip = /^\d{5}(-\d{4})?$/;

const personName =
  /(^|[_ .-])(name|first_?name|last_?name|surname|nom|pr[ée]nom|e-?mail|courriel|phone|t[ée]l([ée]phone)?|address|adresse|ip(_?address)?|birth(date|day)?|dob|naissance|latitude|longitude|lat|lon|lng)($|[_ .-])/i;
const placeName = /(zip|postal|post_?code|code_?post|_city$|^city$|q\d+city$|ville)/i;

/** Why a column may point to a person; empty where nothing says so. Looks at its name and its most frequent values. */
export function personReasons(column: ColumnProfile): readonly Reason[] {
  const reasons: Reason[] = [];
  const share = (pattern: RegExp) => {
    const matching = column.values.filter((count) => pattern.test(count.value)).length;
    return column.values.length === 0 ? 0 : matching / column.values.length;
  };
  if (share(email) > 0.5) reasons.push(because('looks-like-email'));
  if (share(phone) > 0.5) reasons.push(because('looks-like-phone'));
  const zips = /zip|postal/i.test(column.column) || column.distinct > 100;
  if (share(postalCanada) > 0.5 || (zips && share(postalZip) > 0.8 && column.distinct > 20)) {
    reasons.push(because('looks-like-postal'));
  }
  if (personName.test(column.column)) reasons.push(because('name-of-person-data'));
  else if (placeName.test(column.column) && column.distinct > 30 && reasons.length === 0) {
    reasons.push(because('name-of-person-data'));
  }
  return reasons;
}
