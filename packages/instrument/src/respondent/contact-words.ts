import type { UiLanguage } from '@common-measure/kernel';

const en = {
  mayWeContact: 'May we contact you about this?',
  contactApart:
    'This form is apart from your answers. Nothing in it leads to what you answered, and nobody can put them together by it.',
  contactKept: 'We use it for this only, and erase it after {days} days at the latest.',
  reach: 'How can we reach you?',
  reachHint: 'An e-mail address, or a telephone number with a good time to call.',
  yourName: 'Your name (optional)',
  aboutWhat: 'What is it about? (optional)',
  sendContact: 'Let us contact you',
  enterReach: 'Enter an e-mail address or a telephone number',
  contactSent: 'Thank you. We will be in touch',
  contactSentMore: 'Your request has arrived, apart from your answers.',
  newTab: 'new tab',
  codesStay: 'This page stays open with your receipt and your code.',
  noteCodes: 'Write down your receipt number and your code first: this device does not show them again.',
  codesThere: 'Your receipt number and your withdrawal code are still on the page you came from.',
};

/** What the request to be contacted says. */
export type ContactWords = { readonly [Key in keyof typeof en]: (typeof en)[Key] };

const fr: ContactWords = {
  mayWeContact: 'Pouvons-nous communiquer avec vous à ce sujet?',
  contactApart:
    'Ce formulaire est à part de vos réponses. Rien n’y mène à ce que vous avez répondu, et nul ne peut s’en servir pour les rapprocher.',
  contactKept: 'Nous ne l’utilisons que pour cela et l’effaçons au plus tard après {days} jours.',
  reach: 'Comment vous joindre?',
  reachHint: 'Une adresse courriel, ou un numéro de téléphone et un bon moment pour appeler.',
  yourName: 'Votre nom (facultatif)',
  aboutWhat: 'De quoi s’agit-il? (facultatif)',
  sendContact: 'Communiquez avec moi',
  enterReach: 'Entrez une adresse courriel ou un numéro de téléphone',
  contactSent: 'Merci. Nous communiquerons avec vous',
  contactSentMore: 'Votre demande est arrivée, à part de vos réponses.',
  newTab: 'nouvel onglet',
  codesStay: 'Cette page reste ouverte, avec votre reçu et votre code.',
  noteCodes: 'Notez d’abord votre numéro de reçu et votre code\u00a0: cet appareil ne les montrera plus.',
  codesThere: 'Votre numéro de reçu et votre code de retrait sont encore sur la page d’où vous venez.',
};

export const contactWords: Readonly<Record<UiLanguage, ContactWords>> = { en, fr };
