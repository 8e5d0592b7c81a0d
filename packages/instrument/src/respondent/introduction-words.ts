import type { UiLanguage } from '@common-measure/kernel';

const en = {
  minutes: (n: number) => (n === 1 ? 'About 1 minute' : `About ${n} minutes`),
  length: (questions: number, parts: number) =>
    `${questions === 1 ? '1 question' : `${questions} questions`} in ${parts === 1 ? '1 short part' : `${parts} short parts`}.`,
  choice: 'Your choice',
  choiceMore: 'No page runs out of time. Skip any question, stop at any time. It changes nothing for your service.',
  choiceMarked:
    'No page runs out of time. Skip any question that is not marked “required”, stop at any time. It changes nothing for your service.',
  required: 'required',
  anonymous: 'Anonymous',
  anonymousMore: 'We do not ask who you are.',
  openUntil: (date: string) => `Open until ${date}`,
  openMore: 'Stop and come back later, on any device.',
  privacy: 'Your privacy',
  privacyMore: (organization: string): readonly (readonly [string, string])[] => [
    ['Who is asking.', `${organization}, to improve its services.`],
    [
      'What we keep.',
      'Your answers, the language you used, how you answered and the day. Not your name, your address or your file: names and numbers of persons in what you write are masked. What you begin and never send is erased after the survey ends.',
    ],
    ['What is shown.', 'Results of groups of people, never the answers of one person.'],
    ['If you change your mind.', 'When you finish you get a code that lets you withdraw your answers.'],
  ],
  whyAsked: 'Why we ask.',
  howLong: 'How long we keep it.',
  privacyContact: 'Questions about privacy.',
  otherWays: 'Another way to answer',
  byTelephone: 'By telephone',
  byRelay: 'By relay service',
  bySigns: 'In sign language, by video',
  onPaper: 'On paper',
  inPerson: 'In person',
};

/** What the first page says: how long, what is free to choose, privacy, other ways to answer. */
export type IntroductionWords = { readonly [Key in keyof typeof en]: (typeof en)[Key] };

const fr: IntroductionWords = {
  minutes: (n) => (n === 1 ? 'Environ 1\u00a0minute' : `Environ ${n}\u00a0minutes`),
  length: (questions, parts) =>
    `${questions === 1 ? '1\u00a0question' : `${questions}\u00a0questions`}, en ${parts === 1 ? '1\u00a0courte partie' : `${parts}\u00a0courtes parties`}.`,
  choice: 'À vous de décider',
  choiceMore:
    'Aucune page n’expire. Sautez une question ou arrêtez quand vous voulez. Cela ne change rien aux services que vous recevez.',
  choiceMarked:
    'Aucune page n’expire. Sautez toute question sans la mention «\u00a0obligatoire\u00a0» ou arrêtez quand vous voulez. Cela ne change rien aux services que vous recevez.',
  required: 'obligatoire',
  anonymous: 'Anonyme',
  anonymousMore: 'Nous ne demandons pas qui vous êtes.',
  openUntil: (date) => `Ouvert jusqu’au ${date}`,
  openMore: 'Vous pouvez arrêter et reprendre plus tard, sur tout appareil.',
  privacy: 'Vos renseignements',
  privacyMore: (organization) => [
    ['Qui pose les questions.', `${organization}, pour améliorer ses services.`],
    [
      'Ce que nous gardons.',
      'Vos réponses, la langue choisie, la façon de répondre et le jour. Ni votre nom, ni votre adresse, ni votre dossier\u00a0: les noms et les numéros de personnes dans ce que vous écrivez sont masqués. Ce que vous commencez sans l’envoyer est effacé après la fin du sondage.',
    ],
    ['Ce qui est montré.', 'Les résultats de groupes de personnes, jamais les réponses d’une seule.'],
    ['Si vous changez d’avis.', 'À la fin, vous recevez un code qui permet de retirer vos réponses.'],
  ],
  whyAsked: 'Pourquoi.',
  howLong: 'Durée de conservation.',
  privacyContact: 'Questions sur vos renseignements.',
  otherWays: 'Une autre façon de répondre',
  byTelephone: 'Par téléphone',
  byRelay: 'Par service de relais',
  bySigns: 'En langue des signes, par vidéo',
  onPaper: 'Sur papier',
  inPerson: 'En personne',
};

export const introductionWords: Readonly<Record<UiLanguage, IntroductionWords>> = { en, fr };
