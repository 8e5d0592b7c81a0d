const form = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?$/i;

/**
 * A BCP 47 tag in its usual spelling ("iu-latn" becomes "iu-Latn"), of a language with its script and its region where they are said;
 * null for anything else. `ike` and `iu` stay apart, as whoever wrote them meant it.
 */
export function canonicalTag(tag: string): string | null {
  const [, language, script, region] = form.exec(tag.trim()) ?? [];
  if (language === undefined) return null;
  return [
    language.toLowerCase(),
    ...(script ? [`${script.charAt(0).toUpperCase()}${script.slice(1).toLowerCase()}`] : []),
    ...(region ? [region.toUpperCase()] : []),
  ].join('-');
}

/** Scripts and languages that are written from right to left; from the Unicode Character Database and CLDR's likely scripts. */
const rightScripts = new Set(['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);
const rightLanguages = new Set(
  'ar arc arz apc azb bal bqi ckb dv fa glk he ks lrc mzn nqo pnb prs ps rhg sd sdh skr syr ug ur yi'.split(' '),
);

/** Which way a language is written: a script in the tag decides, else the usual one of the language. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const [language = '', script = ''] = (canonicalTag(tag) ?? '').split('-');
  const isRight = script.length === 4 ? rightScripts.has(script) : rightLanguages.has(language);
  return isRight ? 'rtl' : 'ltr';
}
