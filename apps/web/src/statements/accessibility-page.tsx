import { defineMessages, useMessages } from '@common-measure/platform/web-kit';
import { StatementPage } from './statement-page.tsx';

const messages = defineMessages({
  en: {
    title: 'Accessibility',
    lede: 'Nobody is left out: not among those who answer, and not among those who read the results.',
    parts: [
      {
        id: 'standard',
        title: 'The standard we hold to',
        paragraphs: [
          'We build to WCAG 2.2 level AA, which covers the Canadian standard CAN/ASC-EN 301 549:2024 for web pages. The tests of the software check its pages by machine (axe-core) in both languages, in the light and the dark theme, on a wide and on a narrow screen.',
          'A machine finds about a third of the barriers. The tests also set up an account with the keyboard alone, and hold the pages to a width of 340 pixels without sideways scrolling, which is what a zoom of 400% leaves of a common screen. No person who relies on a screen reader has yet tested the whole console; that is the largest gap we know of.',
        ],
      },
      {
        id: 'respondents',
        title: 'Answering a survey',
        paragraphs: [
          'Survey pages need no JavaScript, no mouse and no particular screen. Questions are plain form fields with their labels and errors tied to them. No clock runs: what was begun can be gone on with until the survey closes, for 120 days on the same device, and on another one by a code. Without a network an opened survey goes on where scripts run. Only a shared tablet begins anew when nobody has touched it for a while; it says so before, and one touch goes on.',
        ],
      },
      {
        id: 'charts',
        title: 'Charts',
        paragraphs: [
          'Every chart has a title that states its finding, a text equivalent, and the same figures as a table, one press away. Colour is never the only sign: position, shape, words and printed values carry the same meaning.',
        ],
      },
      {
        id: 'keyboard',
        title: 'Keyboard, zoom and theme',
        paragraphs: [
          'All that can be done with a mouse can be done with the keyboard. The first stop of every page leads past the navigation. Text can be enlarged to 400% without sideways scrolling, except in wide tables and code, which scroll in a region of their own. The theme follows your device and can be changed on the account page. System colours for high contrast and the wish for reduced motion are respected.',
        ],
      },
      {
        id: 'barriers',
        title: 'If something stands in your way',
        paragraphs: [
          'Tell an owner of your organization, or report it where this software is kept, with the page and what you use to read it. A barrier counts as a defect and is handled before new features.',
        ],
      },
    ],
  },
  fr: {
    title: 'Accessibilité',
    lede: 'Personne n’est laissé de côté : ni parmi celles et ceux qui répondent, ni parmi celles et ceux qui lisent les résultats.',
    parts: [
      {
        id: 'standard',
        title: 'La norme que nous suivons',
        paragraphs: [
          'Nous visons les WCAG 2.2 au niveau AA, qui couvrent la norme canadienne CAN/ASC-EN 301 549:2024 pour les pages Web. Les tests du logiciel vérifient ses pages par machine (axe-core) dans les deux langues, en thème clair et en thème sombre, sur un écran large et sur un écran étroit.',
          'Une machine trouve environ le tiers des obstacles. Les tests créent aussi un compte au clavier seul et tiennent les pages à une largeur de 340 pixels sans défilement latéral, soit ce qu’un zoom de 400\u00a0% laisse d’un écran courant. Aucune personne qui se sert d’un lecteur d’écran n’a encore mis à l’essai toute la console; c’est la plus grande lacune que nous connaissions.',
        ],
      },
      {
        id: 'respondents',
        title: 'Répondre à un sondage',
        paragraphs: [
          'Les pages de sondage n’exigent ni JavaScript, ni souris, ni écran particulier. Les questions sont de simples champs, auxquels sont liées étiquettes et erreurs. Aucun délai ne court\u00a0: ce qui est commencé peut être repris jusqu’à la clôture du sondage, pendant 120 jours sur le même appareil, et sur un autre au moyen d’un code. Sans réseau, un sondage ouvert se poursuit là où les scripts fonctionnent. Seule une tablette partagée recommence à neuf quand personne n’y a touché depuis un moment; elle prévient d’abord, et il suffit d’y toucher pour continuer.',
        ],
      },
      {
        id: 'charts',
        title: 'Graphiques',
        paragraphs: [
          'Chaque graphique porte un titre qui énonce son constat, un équivalent textuel et les mêmes chiffres en tableau, à portée d’une touche. La couleur n’est jamais le seul signe : la position, la forme, les mots et les valeurs imprimées disent la même chose.',
        ],
      },
      {
        id: 'keyboard',
        title: 'Clavier, zoom et thème',
        paragraphs: [
          'Tout ce qui se fait à la souris se fait au clavier. Le premier arrêt de chaque page mène au-delà de la navigation. Le texte s’agrandit jusqu’à 400 % sans défilement latéral, sauf dans les tableaux larges et le code, qui défilent dans leur propre zone. Le thème suit votre appareil et se change à la page du compte. Les couleurs système à contraste élevé et la préférence pour moins d’animation sont respectées.',
        ],
      },
      {
        id: 'barriers',
        title: 'Si quelque chose vous fait obstacle',
        paragraphs: [
          'Dites-le à un propriétaire de votre organisation, ou signalez-le là où ce logiciel est tenu à jour, en précisant la page et l’outil avec lequel vous la lisez. Un obstacle est un défaut; il passe avant toute nouveauté.',
        ],
      },
    ],
  },
});

export function AccessibilityPage() {
  return <StatementPage statement={useMessages(messages)} />;
}
