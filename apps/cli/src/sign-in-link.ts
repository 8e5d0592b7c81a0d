import { makeLinkFor } from '@common-measure/modules/accounts/server';
import { withOwnerConnection } from '@common-measure/platform/database';
import { type Command, WrongCall } from './command.ts';
import { hereSettings, locationOf } from './location.ts';

export const signInLink: Command = {
  name: 'sign-in-link',
  usage: 'EMAIL',
  summary: {
    en: 'print a one-time sign-in link for an account',
    fr: 'imprime un lien de connexion à usage unique pour un compte',
  },
  help: { en: ['The link works once, for one hour.'], fr: ['Le lien sert une seule fois, pendant une heure.'] },
  options: {},
  run: async ({ operands, json, language, print, printError }) => {
    const email = operands[0];
    if (email === undefined)
      throw new WrongCall(language === 'fr' ? 'Il manque l’adresse courriel.' : 'The e-mail address is missing.');
    const settings = hereSettings();
    const secret = await withOwnerConnection(locationOf(settings), (client) => makeLinkFor(client, email));
    if (secret === null) {
      printError(language === 'fr' ? `Aucun compte n’a l’adresse ${email}.` : `No account has the address ${email}.`);
      return 3;
    }
    const link = `${settings.publicUrl ?? `http://localhost:${settings.port}`}/${language}/sign-in-link#${secret}`;
    print(json ? JSON.stringify({ link }) : link);
    return 0;
  },
};
