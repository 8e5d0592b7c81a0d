/**
 * A number as people in Canada type it: "15", "1,5" or "1.5", "1 200", "1,200"; at most twelve digits. Null for anything else.
 * A comma or point before exactly three digits separates thousands when it is a comma, as in English. `signed` also takes "-5".
 */
export function readNumber(typed: string, signed = false): number | null {
  const trimmed = typed.trim();
  const negative = signed && /^[-\u2212]/.test(trimmed);
  const tight = (negative ? trimmed.slice(1).trimStart() : trimmed).replace(
    /(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g,
    '',
  );
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(tight) ? tight.replaceAll(',', '') : tight.replace(',', '.');
  if (!/^\d{1,12}(\.\d{1,6})?$/.test(plain)) return null;
  const value = Number(plain);
  return negative && value !== 0 ? -value : value;
}
