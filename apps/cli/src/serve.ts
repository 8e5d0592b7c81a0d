import { serve } from '@common-measure/app-server';
import { readSettings } from '@common-measure/platform/settings';
import type { Command } from './command.ts';

export const serveCommand: Command = {
  name: 'serve',
  usage: '[--example]',
  summary: { en: 'run the platform until Ctrl+C', fr: 'fait fonctionner la plateforme jusqu’à Ctrl+C' },
  help: {
    en: [
      '  --example        make the example organization (synthetic data) where it is missing',
      '',
      'Settings come from the environment: CM_DATA, DATABASE_URL, CM_HOST, CM_PORT, CM_PUBLIC_URL.',
    ],
    fr: [
      '  --example        crée l’organisation d’exemple (données synthétiques) si elle manque',
      '',
      'Les réglages viennent de l’environnement : CM_DATA, DATABASE_URL, CM_HOST, CM_PORT, CM_PUBLIC_URL.',
    ],
  },
  options: { example: 'flag' },
  run: async ({ options, language }) => {
    const started = await serve(
      () => readSettings(process.env, process.cwd()),
      { withExample: options.example === true },
      language,
    );
    return started ? 0 : 1;
  },
};
