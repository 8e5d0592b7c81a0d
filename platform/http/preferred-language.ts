import { type UiLanguage, uiLanguages } from '@common-measure/kernel';

/** Which of our languages an Accept-Language header prefers ("fr-CA,fr;q=0.9,en;q=0.8"); null where it names neither. */
export function preferredLanguage(header: string): UiLanguage | null {
  return preferredOf(header, uiLanguages);
}

/** Which of `languages` (BCP 47) an Accept-Language header prefers: the same tag, else one of the same language; null where it names none. */
export function preferredOf<Language extends string>(header: string, languages: readonly Language[]): Language | null {
  const wishes = header.split(',').map((part) => {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters
      .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
      .find((q) => q !== undefined);
    return {
      language:
        languages.find((one) => range === one.toLowerCase()) ??
        languages.find((one) => range.startsWith(`${one.toLowerCase()}-`)) ??
        languages.find((one) => one.toLowerCase().startsWith(`${range}-`)),
      weight: Number(weight ?? 1),
    };
  });
  const known = wishes.filter((wish) => wish.language !== undefined && wish.weight > 0);
  return known.sort((a, b) => b.weight - a.weight)[0]?.language ?? null;
}
