import { problemCatalogue } from '@common-measure/kernel';

const nothingSaved = { en: 'Nothing was saved.', fr: 'Rien n’a été enregistré.' };

export const bankProblems = problemCatalogue({
  'bank-item-unknown': {
    status: 404,
    title: { en: 'The bank has no question {code}.', fr: 'La banque n’a pas de question {code}.' },
    remedy: { en: 'Search the bank for it by a word.', fr: 'Cherchez-la dans la banque par un mot.' },
  },
  'bank-pack-unknown': {
    status: 404,
    title: { en: 'The bank has no pack {pack}.', fr: 'La banque n’a pas d’ensemble {pack}.' },
    remedy: { en: 'Choose one from the bank’s list.', fr: 'Choisissez-en un dans la liste de la banque.' },
  },
  'bank-language-missing': {
    status: 422,
    title: { en: '{placeEn} has no {languageEn} text.', fr: '{placeFr}\u00a0: il manque le texte {languageFr}.' },
    remedy: {
      en: `Write it: a question of the bank stands in both languages. ${nothingSaved.en}`,
      fr: `Écrivez-le\u00a0: une question de la banque existe dans les deux langues. ${nothingSaved.fr}`,
    },
  },
  'bank-markup': {
    status: 422,
    title: {
      en: '{placeEn}, in {languageEn}, holds markup: {found}',
      fr: '{placeFr}, en {languageFr}, contient du balisage\u00a0: {found}',
    },
    remedy: {
      en: `Paste it as plain text, or take the markup out. ${nothingSaved.en}`,
      fr: `Collez-le en texte brut ou retirez le balisage. ${nothingSaved.fr}`,
    },
  },
  'bank-code-malformed': {
    status: 422,
    title: { en: '“{code}” cannot be a code.', fr: '«\u00a0{code}\u00a0» ne peut servir de code.' },
    remedy: {
      en: 'Begin with a small letter; small letters without accents, digits and “_” may follow, 48 at most.',
      fr: 'Commencez par une minuscule; suivent des minuscules sans accent, des chiffres ou «\u00a0_\u00a0», 48 au plus.',
    },
  },
  'bank-code-taken': {
    status: 409,
    title: {
      en: 'The code {code} stands for another question already.',
      fr: 'Le code {code} désigne déjà une autre question.',
    },
    remedy: {
      en: `Choose another code, or propose a change to {code}. ${nothingSaved.en}`,
      fr: `Choisissez un autre code ou proposez une modification de {code}. ${nothingSaved.fr}`,
    },
  },
  'bank-wording-taken': {
    status: 409,
    title: {
      en: 'The {languageEn} wording is that of {code} already.',
      fr: 'Le libellé {languageFr} est déjà celui de {code}.',
    },
    remedy: {
      en: 'Use that question, or propose a change to it.',
      fr: 'Utilisez cette question ou proposez de la modifier.',
    },
  },
  'bank-scale-changed': {
    status: 409,
    title: {
      en: 'The answers of {code} would change, and surveys rest on them: {surveys} have fielded it.',
      fr: 'Les réponses de {code} changeraient, et des sondages reposent sur elles\u00a0: {surveys} l’ont posée.',
    },
    remedy: {
      en: `Keep kind, scale and answer codes; else propose a new question under another code and retire {code} in its favour. ${nothingSaved.en}`,
      fr: `Gardez le type, l’échelle et les codes de réponse; sinon, proposez une nouvelle question sous un autre code et retirez {code} en sa faveur. ${nothingSaved.fr}`,
    },
  },
  'bank-scale-unknown': {
    status: 422,
    title: {
      en: 'A rating needs a scale of the bank; {scale} is none.',
      fr: 'Une évaluation demande une échelle de la banque; {scale} n’en est pas une.',
    },
    remedy: { en: 'Choose a scale from the list.', fr: 'Choisissez une échelle dans la liste.' },
  },
  'bank-construct-unknown': {
    status: 422,
    title: {
      en: 'The bank measures nothing called {construct}.',
      fr: 'La banque ne mesure rien qui s’appelle {construct}.',
    },
    remedy: {
      en: 'Choose what the question measures from the list.',
      fr: 'Choisissez dans la liste ce que mesure la question.',
    },
  },
  'bank-options-missing': {
    status: 422,
    title: { en: 'A choice needs at least two answers.', fr: 'Un choix demande au moins deux réponses.' },
    remedy: { en: 'Add answers, each with its code.', fr: 'Ajoutez des réponses, chacune avec son code.' },
  },
  'bank-option-twice': {
    status: 422,
    title: {
      en: 'The answer code {code} is malformed or stands twice.',
      fr: 'Le code de réponse {code} est mal formé ou figure deux fois.',
    },
    remedy: {
      en: 'Give each answer a code of its own, such as 1, 2 or other.',
      fr: 'Donnez à chaque réponse son propre code, par exemple 1, 2 ou autre.',
    },
  },
  'bank-slot-uneven': {
    status: 422,
    title: {
      en: 'The slot {slot} stands in one language only, or is not one that the bank knows.',
      fr: 'L’espace {slot} ne figure que dans une langue, ou la banque ne le connaît pas.',
    },
    remedy: {
      en: 'Write it in both wordings; known are {service}, {office}, {period}, {program}, {document} and {channel}.',
      fr: 'Écrivez-le dans les deux libellés; sont connus {service}, {office}, {period}, {program}, {document} et {channel}.',
    },
  },
  'bank-pair-unknown': {
    status: 422,
    title: {
      en: 'The paired question {code} is not in the bank.',
      fr: 'La question jumelée {code} n’est pas dans la banque.',
    },
    remedy: { en: 'Name a question of the bank, or none.', fr: 'Nommez une question de la banque, ou aucune.' },
  },
  'bank-nothing-changed': {
    status: 422,
    title: { en: 'The proposal says what {code} says already.', fr: 'La proposition dit ce que {code} dit déjà.' },
    remedy: {
      en: 'Change something, or leave the question as it is.',
      fr: 'Modifiez quelque chose ou laissez la question telle quelle.',
    },
  },
  'bank-moved-on': {
    status: 409,
    title: {
      en: '{code} has moved on to version {present}; the proposal rests on version {base}.',
      fr: '{code} est passée à la version {present}; la proposition repose sur la version {base}.',
    },
    remedy: {
      en: `Open the question again and propose on its present version. ${nothingSaved.en}`,
      fr: `Rouvrez la question et proposez à partir de sa version actuelle. ${nothingSaved.fr}`,
    },
  },
  'bank-item-retired': {
    status: 409,
    title: { en: '{code} is retired.', fr: '{code} est retirée.' },
    remedy: {
      en: 'Work on its successor, or propose a new question.',
      fr: 'Travaillez sur la question qui la remplace ou proposez-en une nouvelle.',
    },
  },
  'bank-retirement-circular': {
    status: 409,
    title: {
      en: '{code} cannot be followed by {successor}: {way}.',
      fr: '{code} ne peut être remplacée par {successor}\u00a0: {way}.',
    },
    remedy: {
      en: `Name a successor that does not lead back to {code}. ${nothingSaved.en}`,
      fr: `Nommez une question de remplacement qui ne ramène pas à {code}. ${nothingSaved.fr}`,
    },
  },
  'bank-proposal-unknown': {
    status: 404,
    title: { en: 'There is no such proposal.', fr: 'Cette proposition n’existe pas.' },
    remedy: { en: 'Choose one from the list of proposals.', fr: 'Choisissez-en une dans la liste des propositions.' },
  },
  'bank-own-review': {
    status: 403,
    title: { en: 'You proposed this yourself.', fr: 'Cette proposition est la vôtre.' },
    remedy: {
      en: 'Ask another person: whoever proposes neither reviews nor decides.',
      fr: 'Demandez à une autre personne\u00a0: qui propose ne révise pas et ne décide pas.',
    },
  },
  'bank-not-reviewed': {
    status: 409,
    title: { en: 'The second language has not been reviewed yet.', fr: 'L’autre langue n’a pas encore été révisée.' },
    remedy: {
      en: 'Ask another person for the review, then approve.',
      fr: 'Demandez la révision à une autre personne, puis approuvez.',
    },
  },
  'bank-proposal-settled': {
    status: 409,
    title: { en: 'The proposal is no longer open to this.', fr: 'La proposition n’en est plus là.' },
    remedy: { en: 'Load the page again to see where it stands.', fr: 'Rechargez la page pour voir où elle en est.' },
  },
  'bank-steward-needed': {
    status: 403,
    title: {
      en: 'Only stewards of the question bank may do this.',
      fr: 'Seules les personnes responsables de la banque de questions le peuvent.',
    },
    remedy: {
      en: 'Ask a steward; whoever runs the platform appoints one with ./cm bank steward EMAIL.',
      fr: 'Demandez à une personne responsable; qui gère la plateforme en nomme une par ./cm bank steward COURRIEL.',
    },
  },
  'bank-account-unknown': {
    status: 422,
    title: { en: 'No account has the address {email}.', fr: 'Aucun compte n’a l’adresse {email}.' },
    remedy: { en: 'Invite the person first, under People.', fr: 'Invitez d’abord la personne, sous Personnes.' },
  },
  'bank-licence-days': {
    status: 422,
    title: {
      en: 'The licence would end on {until}, before it begins on {from}.',
      fr: 'La licence finirait le {until}, avant de commencer le {from}.',
    },
    remedy: { en: 'Choose a later last day.', fr: 'Choisissez un dernier jour plus tardif.' },
  },
  'bank-pack-free': {
    status: 409,
    title: { en: 'The pack {pack} needs no licence.', fr: 'L’ensemble {pack} ne demande pas de licence.' },
    remedy: { en: 'Restrict it first, with its terms.', fr: 'Restreignez-le d’abord, avec ses conditions.' },
  },
  'bank-organization-unknown': {
    status: 422,
    title: { en: 'There is no such organization.', fr: 'Cette organisation n’existe pas.' },
    remedy: { en: 'Choose one from the list.', fr: 'Choisissez-en une dans la liste.' },
  },
  'bank-licence-needed': {
    status: 403,
    title: {
      en: 'Your organization has no licence for {packEn}, and this survey asks {count} of its questions: {places}.',
      fr: 'Votre organisation n’a pas de licence pour {packFr}, et ce sondage en pose {count} questions\u00a0: {places}.',
    },
    remedy: {
      en: 'Ask a steward of the question bank for a licence, or take these questions out. Nothing was published.',
      fr: 'Demandez une licence à une personne responsable de la banque ou retirez ces questions. Rien n’a été publié.',
    },
  },
  'bank-export-licence-needed': {
    status: 403,
    title: {
      en: 'Your organization has no licence for {packEn}; these of its questions cannot be downloaded: {places}.',
      fr: 'Votre organisation n’a pas de licence pour {packFr}; on ne peut en télécharger ces questions\u00a0: {places}.',
    },
    remedy: {
      en: 'Ask a steward of the question bank for a licence, or take these questions out of the selection.',
      fr: 'Demandez une licence à une personne responsable de la banque ou retirez ces questions de la sélection.',
    },
  },
});
