import { ProblemError, type UiLanguage } from '@common-measure/kernel';
import type { Settings } from '@common-measure/platform/settings';
import { type RunningPlatform, type StartOptions, startPlatform } from './platform.ts';

const words = {
  en: {
    notStarted: 'Common Measure did not start.',
    running: (address: string) => `Common Measure is running at ${address}`,
    link: 'Sign in once with this link (valid for one hour):',
    otherLink: 'En français\u00a0:',
    stop: 'Stop with Ctrl+C.',
  },
  fr: {
    notStarted: 'Mesure commune n’a pas démarré.',
    running: (address: string) => `Mesure commune fonctionne à ${address}`,
    link: 'Connectez-vous une fois avec ce lien (valable une heure)\u00a0:',
    otherLink: 'In English:',
    stop: 'Arrêtez avec Ctrl+C.',
  },
} as const;

/** Runs the platform in this process until it is told to stop; prints where it is and how to get in. Gives false where it could not start. */
export async function serve(
  readSettings: () => Settings,
  options: StartOptions,
  language: UiLanguage,
): Promise<boolean> {
  const text = words[language];
  let platform: RunningPlatform;
  try {
    platform = await startPlatform(readSettings(), options);
  } catch (error) {
    console.error(`${text.notStarted}\n${reasonOf(error, language)}`);
    return false;
  }
  stopOn(['SIGTERM', 'SIGINT'], platform);
  console.log(text.running(platform.address));
  if (platform.firstLink !== null) {
    const link = (of: UiLanguage) => `  ${platform.address}/${of}/sign-in-link#${platform.firstLink}`;
    console.log(`${text.link}\n${link(language)}`);
    console.log(`${text.otherLink}\n${link(language === 'en' ? 'fr' : 'en')}`);
  }
  console.log(text.stop);
  return true;
}

function reasonOf(error: unknown, language: UiLanguage): string {
  if (error instanceof ProblemError) return `${error.problem.title[language]} ${error.problem.remedy[language]}`;
  return error instanceof Error ? error.message : String(error);
}

function stopOn(signals: readonly NodeJS.Signals[], platform: RunningPlatform): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await platform.stop();
    process.exit(0);
  };
  for (const signal of signals) process.on(signal, () => void stop());
}
