import { addLanguage, type Instrument, translatableTexts, writeTexts } from '@common-measure/instrument';

const words =
  'نشكركم على وقتكم ونود أن نعرف رأيكم في خدمة المكتبة التي حصلتم عليها خلال زيارتكم الأخيرة وكيف يمكن أن تصبح أفضل للجميع'.split(
    ' ',
  );

/** The questionnaire with as much Arabic as there is English, word for word: for what stands where, not for what it says. */
export function withArabic(instrument: Instrument): Instrument {
  const asked = addLanguage(instrument, 'ar');
  const texts = translatableTexts(asked, 'ar').map(({ id, text }, index) => {
    if (!/\p{L}/u.test(text.en)) return [id, text.en] as const;
    const places = [...text.en.matchAll(/\{\{?[^{}]*\}\}?/g)].map(([place]) => place);
    const length = Math.max(1, text.en.split(/\s+/).length - places.length);
    const said = Array.from({ length }, (_, at) => words[(index + at) % words.length]);
    const end = /[:.?]$/.exec(text.en)?.[0] ?? '';
    return [id, [...said, index, ...places].join(' ') + end] as const;
  });
  return writeTexts(asked, 'ar', new Map(texts));
}
