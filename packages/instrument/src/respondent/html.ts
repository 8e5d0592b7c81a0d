/** Text as it stands in HTML, in content and in double-quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Attributes with their leading space; what is false or null is left out, true stands without a value. */
export function attributes(values: Readonly<Record<string, string | boolean | null>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== false && value !== null)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`))
    .join('');
}

/** Words of a heading, in which French inversions ("avez-vous", "a-t-il") are not torn apart at the end of a line. */
export function headingHtml(text: string): string {
  return escapeHtml(text).replace(
    /\p{L}+(?:-t)?-(?:vous|nous|je|on|ce|ils?|elles?)(?!\p{L})/gu,
    (inversion) => `<span class="nb">${inversion}</span>`,
  );
}

/** Paragraphs of a text whose author separated them by empty lines. */
export function paragraphs(text: string, className: string | null = null): string {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => `<p${attributes({ class: className })}>${escapeHtml(part).replaceAll('\n', '<br>')}</p>`)
    .join('');
}
