import type { WayRefusal } from './way.ts';

interface Refused {
  readonly title: string;
  readonly more: string;
  /** Of a refusal after which the open link is offered. */
  readonly goOn?: string;
}

/** What people read where the way they came by leads nowhere. */
export const wayWords: Readonly<Record<'en' | 'fr', Readonly<Record<WayRefusal, Refused>>>> = {
  en: {
    'own-link-needed': {
      title: 'This survey is answered by a personal link',
      more: 'Open the link of your invitation as it stands there. It lets you in once and is not kept with your answers.',
    },
    'link-used': {
      title: 'This link has been used',
      more: 'Answers were sent with it, and each link counts once. If you have sent yours, nothing more is needed.',
    },
    'link-unknown': {
      title: 'This link lets nobody in',
      more: 'It was used some time ago, or a letter of it is missing. Compare it with your invitation, letter by letter.',
    },
    'office-link-unknown': {
      title: 'A part of this link is not known',
      more: 'It should say where you met us, and it does not. Nothing was taken over from it. You can answer all the same: the survey asks you for what the link would have said.',
      goOn: 'Go to the survey',
    },
    'device-revoked': {
      title: 'This device no longer takes answers',
      more: 'Its key was revoked. Tell the staff; nothing that was sent before, or waits on it, is lost.',
    },
  },
  fr: {
    'own-link-needed': {
      title: 'On répond à ce sondage par un lien personnel',
      more: 'Ouvrez le lien de votre invitation tel qu’il y figure. Il vous fait entrer une fois et n’est pas gardé avec vos réponses.',
    },
    'link-used': {
      title: 'Ce lien a servi',
      more: 'Des réponses ont été envoyées par ce lien, et chaque lien compte une fois. Si vous avez envoyé les vôtres, vous n’avez plus rien à faire.',
    },
    'link-unknown': {
      title: 'Ce lien ne mène nulle part',
      more: 'Il a servi il y a quelque temps, ou il y manque une lettre. Comparez-le à votre invitation, lettre par lettre.',
    },
    'office-link-unknown': {
      title: 'Une partie de ce lien est inconnue',
      more: 'Elle devrait dire où vous nous avez rencontrés, et ne le dit pas. Rien n’en a été repris. Vous pouvez répondre quand même\u00a0: le sondage vous demandera ce que le lien aurait dit.',
      goOn: 'Aller au sondage',
    },
    'device-revoked': {
      title: 'Cet appareil ne reçoit plus de réponses',
      more: 'Sa clé a été révoquée. Avisez le personnel; rien de ce qui a été envoyé, ou y attend, n’est perdu.',
    },
  },
};
