/**
 * A number of 0 or more as people in Canada type it: "15", "1,5" or "1.5", "1 200", "1,200"; at most twelve digits.
 * Null for anything else. A comma or point before exactly three digits separates thousands when it is a comma, as in English.
 */
export function readNumber(typed: string): number | null {
  const tight = typed.trim().replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, '');
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(tight) ? tight.replaceAll(',', '') : tight.replace(',', '.');
  return /^\d{1,12}(\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
}
