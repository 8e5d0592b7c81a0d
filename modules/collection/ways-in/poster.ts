import {
  type Instrument,
  logoHtml,
  minutesOf,
  type OrganizationLogo,
  type OtherWay,
  otherWayNames,
  type PublicNotice,
  escapeHtml as safe,
  wordsOf,
} from '@common-measure/instrument';
import { textIn, type UiLanguage, uiLanguages } from '@common-measure/kernel';
import { qrCodeSvg } from '../qr-code.ts';
import { posterStyle } from './poster-style.ts';

type Text = Readonly<Record<UiLanguage, string>>;

/** What a poster tells: who asks, which survey, where, and how else one can answer. */
export interface PosterFacts {
  readonly organization: Text;
  readonly logo: OrganizationLogo | undefined;
  readonly survey: Text;
  /** Of a link that answers beforehand: where it hangs. */
  readonly label: Text | null;
  readonly instrument: Instrument;
  readonly notice: PublicNotice;
  /** Last day for answers, ISO date; null where it is not fixed. */
  readonly closesOn: string | null;
  readonly address: string;
}

const words = {
  en: {
    ask: 'Tell us how it went',
    why: 'Your answers help us improve this service.',
    free: 'Anonymous, and up to you',
    scan: 'Point the camera of your phone at the code, or type this address:',
  },
  fr: {
    ask: 'Dites-nous comment cela s’est passé',
    why: 'Vos réponses nous aident à améliorer ce service.',
    free: 'Anonyme et facultatif',
    scan: 'Pointez l’appareil photo de votre téléphone vers le code, ou tapez cette adresse\u00a0:',
  },
} as const;

/** No poster names more other ways, nor longer ones: the first page of the survey has them all. */
const mostWays = 3;
const longestWay = 90;
/** A purpose in more signs is read on the first page, not on a wall. */
const longestPurpose = 180;
/** From so many signs in one language on, the words are set smaller. */
const manySigns = 190;

/** A sheet to hang up where people are served: both languages, the code, and the address for who has no camera. */
export function posterPage(facts: PosterFacts): string {
  const { address, label, survey } = facts;
  const both = (part: (language: UiLanguage) => string): string =>
    `<section lang="en-CA">${part('en')}</section><section lang="fr-CA">${part('fr')}</section>`;
  const ways = facts.notice.otherWays.filter(fitsAWall).slice(0, mostWays);
  const others =
    ways.length === 0 ? '' : `<div class="two e">${both((language) => otherWays(facts, ways, language))}</div>`;
  const signs = uiLanguages.map(
    (language) => [...namesOf(facts, language), purposeOf(facts, language)].join('').length,
  );
  const look = Math.max(...signs) > manySigns ? ' class="tight"' : '';
  const named = label ?? survey;
  const title = `${safe(survey.en)} – ${safe(named.en)}`;
  return `<!doctype html><html lang="en-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="icon" href="data:,"><style>${posterStyle(facts.notice.colour)}</style></head><body><main${look}><div class="two band">${both((language) => asking(facts, language))}</div><div class="two">${both((language) => invitation(facts, language))}</div><div class="q">${qrCodeSvg(address, `${named.en} / ${named.fr}`)}</div><div class="two how">${both((language) => `<p>${words[language].scan}</p>`)}</div><p class="a">${breakable(address)}</p>${others}</main></body></html>`;
}

/** Who asks. */
function asking({ organization, logo }: PosterFacts, language: UiLanguage): string {
  const name = organization[language];
  return `<p class="o">${logo ? logoHtml(logo, name, language) : ''}${logo?.saysName ? '' : `<span>${safe(name)}</span>`}</p>`;
}

/** What is asked, where, what for, how long it takes and until when. */
function invitation(facts: PosterFacts, language: UiLanguage): string {
  const { instrument, closesOn } = facts;
  const t = wordsOf(instrument, language);
  const said = words[language];
  const tag = language === 'en' ? 'h1' : 'h2';
  const named = namesOf(facts, language).map((name) => `<span>${safe(name)}</span>`);
  const more = [
    t.minutes(minutesOf(instrument, language).typical),
    said.free,
    ...(closesOn === null ? [] : [t.openUntil(t.date(closesOn))]),
  ].map((one) => `<span>${safe(one)}</span>`);
  return `<${tag} class="h">${said.ask}</${tag}><p class="l">${named.join('')}</p><p>${safe(purposeOf(facts, language))}</p><p class="f">${more.join('')}</p>`;
}

const namesOf = ({ survey, label }: PosterFacts, language: UiLanguage): readonly string[] => [
  survey[language],
  ...(label && label[language] !== survey[language] ? [label[language]] : []),
];

/** One sentence of what people are asked for: the first of those that the survey says, if it fits a wall. */
function purposeOf({ notice }: PosterFacts, language: UiLanguage): string {
  const [sentence = ''] = notice.purpose
    ? textIn(notice.purpose, language)
        .trim()
        .split(/(?<=[.!?…])\s/)
    : [];
  return sentence === '' || sentence.length > longestPurpose ? words[language].why : sentence;
}

/** How those can answer who do not want to, or cannot, on a screen of their own. */
function otherWays({ instrument }: PosterFacts, ways: readonly OtherWay[], language: UiLanguage): string {
  const t = wordsOf(instrument, language);
  const names = otherWayNames(t);
  const colon = language === 'fr' ? '\u00a0:' : ':';
  const rows = ways.map(
    ({ kind, text }) => `<li>${safe(names[kind])}${colon} ${safe(textIn(text, language).trim())}</li>`,
  );
  return `<b>${safe(t.otherWays)}</b><ul>${rows.join('')}</ul>`;
}

const fitsAWall = ({ text }: OtherWay): boolean =>
  uiLanguages.every((language) => {
    const said = textIn(text, language).trim();
    return said.length <= longestWay && !said.includes('\n');
  });

/** An address that breaks where its parts do. */
const breakable = (address: string): string => safe(address.replace(/^https:\/\//, '')).replace(/([/?])/g, '$1<wbr>');
