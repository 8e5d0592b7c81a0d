import type { LocalizedText } from '@common-measure/kernel';
import { type FlawPlace, flawAt, type InstrumentFlaw, type InstrumentFlawCode } from './instrument-flaw.ts';
import { type Pipe, pipesIn } from './pipe.ts';
import { sharesMatrix } from './question-groups.ts';
import { isAnswerable } from './question-parts.ts';
import type { Route, Stop } from './routing.ts';

/**
 * What is wrong with the pipes of texts that are read at the place `at` of the route, on the page of `section`: each must name a
 * question on an earlier page, and say what stands there without an answer.
 */
export function checkPipes(
  place: FlawPlace,
  texts: readonly LocalizedText[],
  at: number,
  section: string | null,
  route: Route,
): readonly InstrumentFlaw[] {
  const pipes = new Map(
    texts
      .flatMap((text) => Object.values(text).flatMap((one) => pipesIn(one ?? '')))
      .map((pipe) => [keyOf(pipe), pipe]),
  );
  return [...pipes.values()].flatMap((pipe) => {
    const code = flawOf(pipe, at, section, route);
    return code ? [flawAt(place, code, says[code](`{{${pipe.question}}}`))] : [];
  });
}

type PipeFlaw = Extract<InstrumentFlawCode, `pipe-${string}`>;

function flawOf(pipe: Pipe, at: number, section: string | null, route: Route): PipeFlaw | null {
  const found = route.questions.get(pipe.question);
  const stop = found === undefined ? undefined : route.stops[found];
  if (found === undefined || !stop || !isAnswerable(stop.question)) return 'pipe-unknown';
  if (stop.section.code === section && isSamePage(stop, found, at, route)) return 'pipe-same-part';
  if (found >= at) return 'pipe-later';
  return pipe.fallback === null || pipe.fallback.trim() === '' ? 'pipe-fallback' : null;
}

/** Where a part asks one question at a time, only the rows of a matrix stand together. */
function isSamePage({ section, question }: Stop, found: number, at: number, route: Route): boolean {
  if (section.paging !== 'each' || found === at) return true;
  const reader = route.stops[at];
  return reader?.section === section && sharesMatrix(question, reader.question);
}

const keyOf = ({ question, fallback }: Pipe): string => `${question}|${fallback?.trim() ? 'words' : ''}`;

const says: Readonly<Record<PipeFlaw, (pipe: string) => LocalizedText>> = {
  'pipe-unknown': (pipe) => ({
    en: `${pipe} names no question with an answer. Write the code of an earlier question.`,
    fr: `${pipe} ne désigne aucune question avec réponse. Écrivez le code d’une question précédente.`,
  }),
  'pipe-later': (pipe) => ({
    en: `${pipe} names a question that is asked later. Move it after that question.`,
    fr: `${pipe} désigne une question posée plus loin. Placez-la après cette question.`,
  }),
  'pipe-same-part': (pipe) => ({
    en: `${pipe} stands on the same page as that question, before it is answered. Move one of them to another part.`,
    fr: `${pipe} se trouve sur la même page que cette question, avant toute réponse. Placez l’une des deux dans une autre partie.`,
  }),
  'pipe-fallback': (pipe) => ({
    en: `${pipe} says nothing where that question was left empty. Write words for that case, as in ${pipe.slice(0, -2)}|your service}}, in each language.`,
    fr: `${pipe} ne dit rien si cette question est restée sans réponse. Écrivez des mots pour ce cas, comme dans ${pipe.slice(0, -2)}|votre service}}, dans chaque langue.`,
  }),
};
