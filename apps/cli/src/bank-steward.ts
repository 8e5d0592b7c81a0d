import { appointFromTerminal } from '@common-measure/modules/question-bank/server';
import { withOwnerConnection } from '@common-measure/platform/database';
import { bankWords } from './bank-words.ts';
import { type Command, WrongCall } from './command.ts';
import { hereSettings, locationOf } from './location.ts';
import { refuse } from './refusal.ts';

export const bankSteward: Command = {
  name: 'bank steward',
  usage: 'EMAIL',
  summary: {
    en: 'make an account a steward of the question bank',
    fr: 'nomme un compte responsable de la banque de questions',
  },
  help: {
    en: ['Stewards decide on proposals and keep the register of licences. Ending it is an act of the console.'],
    fr: [
      'Les personnes responsables tranchent les propositions et tiennent le registre des licences. On y met fin dans la console.',
    ],
  },
  options: {},
  run: async (call) => {
    const [email] = call.operands;
    if (email === undefined) throw new WrongCall(bankWords[call.language].missingEmail);
    const name = await withOwnerConnection(locationOf(hereSettings()), (client) => appointFromTerminal(client, email));
    if (name === null) return refuse(call, [unknownAccount(email)]);
    call.print(call.json ? JSON.stringify({ steward: name, email }) : bankWords[call.language].steward(name));
    return 0;
  },
};

function unknownAccount(email: string) {
  return {
    code: 'bank-account-unknown',
    status: 422,
    title: { en: `No account has the address ${email}.`, fr: `Aucun compte n’a l’adresse ${email}.` },
    remedy: {
      en: 'Invite the person first, in the console under People.',
      fr: 'Invitez d’abord la personne, dans la console sous Personnes.',
    },
    details: { email },
  };
}
