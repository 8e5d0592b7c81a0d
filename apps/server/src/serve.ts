import type { Settings } from '@common-measure/platform/settings';
import { type RunningPlatform, type StartOptions, startPlatform } from './platform.ts';

/** Runs the platform in this process until it is told to stop; prints where it is and how to get in. Gives false where it could not start. */
export async function serve(settings: Settings, options: StartOptions): Promise<boolean> {
  let platform: RunningPlatform;
  try {
    platform = await startPlatform(settings, options);
  } catch (error) {
    console.error(`Common Measure did not start.\n${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
  stopOn(['SIGTERM', 'SIGINT'], platform);
  console.log(`Common Measure is running at ${platform.address}`);
  if (platform.firstLink !== null) {
    console.log(
      `Sign in once with this link (valid for one hour):\n  ${platform.address}/en/sign-in-link#${platform.firstLink}`,
    );
    console.log(`En français :\n  ${platform.address}/fr/sign-in-link#${platform.firstLink}`);
  }
  console.log('Stop with Ctrl+C.');
  return true;
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
