import type { Answers, KeptAnswers, PublicSurvey } from '@common-measure/instrument';

/** A survey as a device keeps it, with the content policy under which its pages stand. */
export interface KeptSurvey extends PublicSurvey {
  readonly policy: string;
  /** Checksum of all the rest. */
  readonly version: string;
}

/**
 * Where a visit stands. `answering`; `waiting`: to be sent; `sent`: the receipt is to be shown; `late`: the survey closed before;
 * `refused`: not taken as they are; `used`: her link was used from elsewhere meanwhile; `conflict`: other answers of this key are recorded; `cleared`: nothing is left but the server's
 * cookie and draft, which go with the next connection.
 */
export type VisitState = 'answering' | 'waiting' | 'sent' | 'late' | 'refused' | 'used' | 'conflict' | 'cleared';

/** One person at one survey on this device. */
export interface KeptVisit {
  readonly token: string;
  readonly key: string;
  readonly locale: string;
  /** Fields besides the language that travel with every form. */
  readonly hidden: Readonly<Record<string, string>>;
  /** Answers that her way in gave. */
  readonly given?: Answers | undefined;
  readonly draft: KeptAnswers | null;
  /** Codes of the questions whose entries the server does not have yet. */
  readonly changed: readonly string[];
  /** The server's draft is to be erased: she discarded it here. */
  readonly discarded: boolean;
  readonly state: VisitState;
  /** The receipt has been on the screen. */
  readonly isSeen?: boolean;
  /** On a tablet: it went on without the server, and so ends here, whoever comes and goes on the network meanwhile. */
  readonly isLocal?: boolean;
}

/** Whether the server lacks something that happened here. */
export function isUnsent(visit: KeptVisit): boolean {
  return visit.state === 'waiting' || visit.state === 'cleared' || (visit.state === 'answering' && hasUnsaved(visit));
}

export const hasUnsaved = (visit: KeptVisit): boolean => visit.changed.length > 0 || visit.discarded;
