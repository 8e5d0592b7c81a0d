import { backup, restore } from './backup.ts';
import type { Command } from './command.ts';
import { estimate } from './estimate.ts';
import { report } from './report.ts';
import { serveCommand } from './serve.ts';
import { signInLink } from './sign-in-link.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [serveCommand, signInLink, estimate, report, backup, restore];
