/**
 * A number as people in Canada type it: "15", "1,5" or "1.5", "1 200", "1,200"; at most twelve digits. Null for anything else.
 * A comma or point before exactly three digits separates thousands when it is a comma, as in English. `signed` also takes "-5".
 * Digits of any script are taken: "١٥" is 15.
 */
export function readNumber(typed: string, signed = false): number | null {
  const trimmed = westernDigits(typed.trim());
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

/** The same with the digits 0 to 9 and the separators of the Latin script in the place of those of another, such as Arabic or Hindi. */
export function westernDigits(typed: string): string {
  return typed
    .replace(/\p{Nd}/gu, valueOfDigit)
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', ',');
}

/** The digits of a script stand in a row of ten, and rows follow one another: a digit is worth its place in its row. */
function valueOfDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let first = point;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((point - first) % 10);
}
