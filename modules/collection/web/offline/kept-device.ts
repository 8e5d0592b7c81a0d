import type { KeptVisit } from './kept-visit.ts';

/** A page with the content policy under which it stands. */
export interface StandingPage {
  readonly html: string;
  readonly policy: string;
}

/** What the server last said of a device: whether it takes what comes from it. `unknown`: it was not asked yet. */
export type DeviceStanding = 'unknown' | 'open' | 'paused' | 'closed' | 'revoked';

/** A tablet or stand as it knows itself, by the token of its survey. */
export interface KeptDevice {
  readonly token: string;
  readonly id: string;
  readonly name: string;
  readonly idleSeconds: number;
  /** Its key as its links and forms say it: "k-…". */
  readonly way: string;
  readonly shell: StandingPage;
  readonly welcome: StandingPage;
  readonly standing: DeviceStanding;
  /** When the server last answered, in milliseconds since 1970; null before. */
  readonly contactAt: number | null;
  /** The server's cookie may still hold the key of somebody who is gone: it goes before the next person's pages come from there. */
  readonly mustForget: boolean;
  /** Wrong codes of the staff in a row, and until when no other is looked at. */
  readonly wrongCodes: number;
  readonly lockedUntil: number;
}

/** How a visit that waits on a device ended. */
export type VisitEnd = 'send' | 'break-off' | 'discard';

/** One person's answers that wait on a device; they are kept under her key. `late`: the survey had closed; `refused`: not taken. */
export interface QueuedVisit {
  readonly token: string;
  readonly visit: Pick<KeptVisit, 'token' | 'key' | 'locale' | 'hidden' | 'draft'>;
  readonly end: VisitEnd;
  readonly state: 'waiting' | 'late' | 'refused';
  /** It stands in a file that the staff saved. */
  readonly isSaved: boolean;
}

/** What the staff counts: erasures that the server is yet to learn of are nobody's answers. */
export function countQueue(queue: readonly QueuedVisit[]) {
  const answers = queue.filter(({ end }) => end !== 'discard');
  const of = (state: QueuedVisit['state']): number => answers.filter((one) => one.state === state).length;
  return { waiting: of('waiting'), late: of('late'), refused: of('refused'), notTaken: of('late') + of('refused') };
}
