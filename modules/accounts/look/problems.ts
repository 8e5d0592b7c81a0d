import { problemCatalogue } from '@common-measure/kernel';

const nothing = { en: 'Nothing was changed.', fr: 'Rien n’a été modifié.' } as const;

export const lookProblems = problemCatalogue({
  'logo-too-large': {
    status: 413,
    title: {
      en: 'The file of the {whichEn} logo has {bytes} bytes. At most {most} are taken, because people load it on slow networks.',
      fr: 'Le fichier du logo {whichFr} compte {bytes} octets. La limite est de {most}, car on le charge sur des réseaux lents.',
    },
    remedy: {
      en: `Save it smaller: 480 by 112 pixels are enough, as PNG with few colours or as WebP. ${nothing.en}`,
      fr: `Enregistrez-le plus petit\u00a0: 480 sur 112 pixels suffisent, en PNG à peu de couleurs ou en WebP. ${nothing.fr}`,
    },
  },
  'logo-not-an-image': {
    status: 422,
    title: {
      en: 'The file of the {whichEn} logo is not a whole PNG, JPEG, WebP or SVG picture, whatever its name says.',
      fr: 'Le fichier du logo {whichFr} n’est pas une image PNG, JPEG, WebP ou SVG complète, quel que soit son nom.',
    },
    remedy: {
      en: `Open it in a picture program and save it in one of these formats. ${nothing.en}`,
      fr: `Ouvrez-le dans un logiciel d’images et enregistrez-le dans l’un de ces formats. ${nothing.fr}`,
    },
  },
  'logo-too-small': {
    status: 422,
    title: {
      en: 'The {whichEn} logo has fewer than 16 pixels on one side.',
      fr: 'Le logo {whichFr} compte moins de 16 pixels d’un côté.',
    },
    remedy: {
      en: `Take a larger picture: 112 pixels high are sharp on every screen. ${nothing.en}`,
      fr: `Choisissez une image plus grande\u00a0: 112 pixels de hauteur sont nets sur tout écran. ${nothing.fr}`,
    },
  },
  'logo-too-many-pixels': {
    status: 422,
    title: {
      en: 'The {whichEn} logo has more than {most} pixels on one side.',
      fr: 'Le logo {whichFr} compte plus de {most} pixels d’un côté.',
    },
    remedy: {
      en: `Save it smaller: 480 by 112 pixels are enough. ${nothing.en}`,
      fr: `Enregistrez-le plus petit\u00a0: 480 sur 112 pixels suffisent. ${nothing.fr}`,
    },
  },
  'logo-moving': {
    status: 422,
    title: {
      en: 'The {whichEn} logo moves. Movement keeps some people from reading.',
      fr: 'Le logo {whichFr} bouge. Le mouvement empêche certaines personnes de lire.',
    },
    remedy: {
      en: `Take a picture that stands still. ${nothing.en}`,
      fr: `Choisissez une image fixe. ${nothing.fr}`,
    },
  },
  'logo-unsafe': {
    status: 422,
    title: {
      en: 'The SVG file of the {whichEn} logo runs a script, or loads something from elsewhere.',
      fr: 'Le fichier SVG du logo {whichFr} exécute un script ou charge un élément d’ailleurs.',
    },
    remedy: {
      en: `Save it as plain SVG, with text turned into outlines, or as PNG. ${nothing.en}`,
      fr: `Enregistrez-le en SVG simple, textes convertis en tracés, ou en PNG. ${nothing.fr}`,
    },
  },
  'logo-without-size': {
    status: 422,
    title: {
      en: 'The SVG file of the {whichEn} logo says neither its width and height nor a view box.',
      fr: 'Le fichier SVG du logo {whichFr} n’indique ni largeur et hauteur, ni «\u00a0viewBox\u00a0».',
    },
    remedy: {
      en: `Save it again as SVG with a view box, or as PNG. ${nothing.en}`,
      fr: `Enregistrez-le de nouveau en SVG avec un attribut «\u00a0viewBox\u00a0», ou en PNG. ${nothing.fr}`,
    },
  },
  'logo-not-kept': {
    status: 409,
    title: {
      en: 'Somebody else has changed the logo meanwhile.',
      fr: 'Quelqu’un d’autre a changé le logo entre-temps.',
    },
    remedy: {
      en: `Load the page again, then make your change. ${nothing.en}`,
      fr: `Rechargez la page, puis refaites votre modification. ${nothing.fr}`,
    },
  },
});
