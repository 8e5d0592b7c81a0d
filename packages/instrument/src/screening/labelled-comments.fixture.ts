import type { ScreenedKind } from './found.ts';

/**
 * Synthetic comments, written for this test: nobody said them, and every number in them is made up. `{kind}` stands where a value of
 * that kind goes; each sentence is filled three times with other values. The names are on the list of given names or not, on purpose.
 */
const values: Readonly<Record<ScreenedKind, readonly string[]>> = {
  email: [
    'jane.doe@example.ca',
    'm-tremblay_88@exemple.qc.ca',
    'info+test@service.example.com',
    'jo (at) example (dot) ca',
    'luc arobase exemple point ca',
  ],
  card: ['4539 5787 6362 1486', '5105105105105100', '3714-496353-98431', '4111 1111 1111 1111'],
  sin: ['046 454 286', '130-692-544', '193456787', '123.456.782'],
  'health-card': ['TREM 8562 1409', 'GAGN75031512', '6123-456-789-AB', '9876 543 217', 'BOUC 0051 3001'],
  phone: [
    '613-555-0142',
    '(514) 555-0199',
    '+1 604 555 0123',
    '4165550177',
    '819.555.0164 poste 22',
    '1-800-555-0110',
    '+33 1 42 68 53 00',
  ],
  'postal-code': ['K1A 0B1', 'H2X1Y4', 'v6b 4y8', 'T5J-0N3', 'G1R 2B5'],
  name: [
    'Julie Tremblay',
    'Xochitl Quispe',
    'Mohammed Rahman',
    'Tadeusz Wojcik',
    'Sarah',
    'Oluwaseun Afolabi',
    'Jean-François Côté',
    'Siobhan O’Malley',
    'Wei Chen',
    'Thuy',
    'Patricia McDonald',
    'Amarjit Dhaliwal',
  ],
};

const english: readonly string[] = [
  'My name is {name} and I waited two hours.',
  'I spoke with {name} at the counter, who was very kind.',
  'Please thank {name} for the help, it made my day.',
  'Mr. {name} never called me back.',
  'Ms {name} explained everything twice without losing patience.',
  'The agent, {name}, was rude and hung up on me.',
  'Kudos to {name}, best service in years!',
  'I was served by {name} on Tuesday morning.',
  'Great service, but {name} forgot to stamp my form.',
  'Everything went well. Regards, {name}',
  'My husband {name} needs the same permit.',
  'Call me at {phone} after five.',
  'My number is {phone}, nobody answers the other one.',
  'I left a message at {phone} and got no reply for a week.',
  'Reach me: {email} or {phone}.',
  'Send the form to {email} please.',
  'The confirmation never arrived at {email}',
  'I live at {postal-code} and the nearest office is 80 km away.',
  'Why does the site refuse my postal code {postal-code}?',
  'My SIN is {sin}, can you check the file?',
  'They asked for my social insurance number {sin} over the phone!',
  'The letter showed {sin} on the outside of the envelope.',
  'My health card {health-card} was rejected at the clinic.',
  'The nurse typed {health-card} wrong.',
  'I paid with {card} and was charged twice.',
  'Refund my card {card} now.',
  'Dr. {name} at the clinic, phone {phone}, can confirm this.',
  '{name} in the Kingston office deserves a raise.',
  'i talked to {name} and then to her supervisor',
  'Signed, {name}, {postal-code}',
  'My daughter {name} was turned away because of her age.',
  'Ask for {name}: the only one who knows the rules.',
];

const french: readonly string[] = [
  'Je m’appelle {name} et j’ai attendu deux heures.',
  'J’ai parlé à {name}, qui a été très gentille.',
  'Merci à {name} pour sa patience.',
  'M. {name} ne m’a jamais rappelé.',
  'Mme {name} m’a tout expliqué deux fois.',
  'L’agente {name} a raccroché au milieu de ma question.',
  'Bravo à {name}, le meilleur service depuis des années!',
  'J’ai été servi par {name} mardi matin.',
  'Bon service, mais {name} a oublié de signer mon formulaire.',
  'Tout s’est bien passé. Cordialement, {name}',
  'Mon conjoint {name} a besoin du même permis.',
  'Rappelez-moi au {phone} après 17 h.',
  'Mon numéro est le {phone}, personne ne répond à l’autre.',
  'J’ai laissé un message au {phone} sans réponse pendant une semaine.',
  'Écrivez-moi à {email} ou appelez au {phone}.',
  'Envoyez le formulaire à {email} s’il vous plaît.',
  'La confirmation n’est jamais arrivée à {email}',
  'J’habite à {postal-code} et le bureau le plus proche est à 80 km.',
  'Pourquoi le site refuse-t-il mon code postal {postal-code}?',
  'Mon NAS est {sin}, pouvez-vous vérifier le dossier?',
  'On m’a demandé mon numéro d’assurance sociale {sin} au téléphone!',
  'La lettre montrait {sin} sur l’enveloppe.',
  'Ma carte d’assurance maladie {health-card} a été refusée à la clinique.',
  'L’infirmière a mal saisi {health-card}.',
  'J’ai payé avec {card} et on m’a facturé deux fois.',
  'Remboursez ma carte {card} tout de suite.',
  'La docteure {name}, au {phone}, peut le confirmer.',
  '{name} du bureau de Gatineau mérite une promotion.',
  'j’ai discuté avec {name} puis avec sa chef',
  'Signé : {name}, {postal-code}',
  'Ma fille {name} a été refusée à cause de son âge.',
  'Demandez à {name} : la seule qui connaît les règles.',
];

/** Comments in which nobody is told of, with what is easily mistaken: file numbers, dates, amounts, offices, words that are names as well. */
const harmless: readonly string[] = [
  'The line was long but staff were friendly.',
  'I waited 45 minutes on 12 March 2026 and paid $1,250.00.',
  'My file 2024-1187 is still open after 120 days.',
  'Form T2200 is confusing and RC66 is worse.',
  'Service Canada in Ottawa was excellent, Passport Canada in Gatineau less so.',
  'The office on Main Street closes at 4:30.',
  'Will you open on Saturdays? I hope so.',
  'In May and June the wait is longer; April is fine.',
  'Please mark the entrance better.',
  'I rate it 10 out of 10, would come again!',
  'The website asked for 3 documents and timed out after 900 seconds.',
  'Thank You very much for the quick renewal.',
  'The Agent was helpful. The Supervisor was not.',
  'I called Service Ontario and Canada Revenue Agency on Monday.',
  'Room 2104 is impossible to find, building 11 has no elevator.',
  'Reference 555 00 12345 did not work online.',
  'Great job! Best in Victoria.',
  'This is Great, thanks a lot.',
  'Section 12.4.2 of the guide is out of date.',
  'It took 1 234 567 clicks (not really).',
  'The new Grace period helped us.',
  'Ticket A123 was called before B045.',
  'Case 100200300400 was closed without a word.',
  'My tax refund of 2,345.67 came in 14 days.',
  'K1A is the only area that gets mail on time.',
  'La file était longue, mais le personnel était aimable.',
  'J’ai attendu 45 minutes le 12 mars 2026 et payé 1 250,00 $.',
  'Mon dossier 2024-1187 est encore ouvert après 120 jours.',
  'Le formulaire TP-1 est compliqué, le RC66 encore plus.',
  'Service Canada à Gatineau est excellent, Revenu Québec un peu moins.',
  'Le bureau de la rue Principale ferme à 16 h 30.',
  'Ouvrez-vous le samedi? J’espère que oui.',
  'En mai et en juin, l’attente est plus longue.',
  'C’est clair comme de l’eau de roche.',
  'J’ai trouvé la page en trois clics, merci beaucoup.',
  'Merci Beaucoup pour le renouvellement rapide.',
  'L’Agente était aimable. Le Superviseur ne l’était pas.',
  'J’ai appelé la Ville de Montréal et Hydro-Québec lundi.',
  'La salle 2104 est introuvable et l’édifice 11 n’a pas d’ascenseur.',
  'La référence 555 00 12345 ne fonctionne pas en ligne.',
  'La pierre devant l’entrée est dangereuse en hiver.',
  'Mon remboursement de 2 345,67 $ est arrivé en 14 jours.',
  'L’article 12.4.2 du guide est périmé.',
  'Le billet A123 a été appelé avant B045.',
  'Mme la directrice devrait répondre au téléphone.',
  'Le service en anglais est plus rapide que le service en français.',
  'Il faudrait un Wi-Fi gratuit et des chaises.',
  'Au comptoir 3, on m’a envoyé au comptoir 7, puis au 3.',
  'Très bon service à Trois-Rivières et à Québec.',
  'La saison des impôts 2025 a été plus simple.',
];

export interface LabelledComment {
  readonly language: 'en' | 'fr';
  readonly text: string;
  readonly labels: readonly { readonly kind: ScreenedKind; readonly start: number; readonly end: number }[];
}

/** Filled sentences first (each three times), then the harmless ones. */
export const labelledComments: readonly LabelledComment[] = [
  ...[english, french].flatMap((sentences, language) =>
    sentences.flatMap((sentence, at) =>
      [0, 1, 2].map((turn) => filled(language === 0 ? 'en' : 'fr', sentence, at + turn * 5)),
    ),
  ),
  ...harmless.map((text, at): LabelledComment => ({ language: at < 25 ? 'en' : 'fr', text, labels: [] })),
];

function filled(language: 'en' | 'fr', sentence: string, turn: number): LabelledComment {
  const labels: { kind: ScreenedKind; start: number; end: number }[] = [];
  let text = '';
  for (const part of sentence.split(/(\{[a-z-]+\})/)) {
    const kind = /^\{(.*)\}$/.exec(part)?.[1] as ScreenedKind | undefined;
    const value = kind === undefined ? part : (values[kind][turn % values[kind].length] ?? '');
    if (kind !== undefined) labels.push({ kind, start: text.length, end: text.length + value.length });
    text += value;
  }
  return { language, text, labels };
}
