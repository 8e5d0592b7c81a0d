import type { Room } from './room.ts';
import { defineRoute, RawReply } from './route.ts';

/** From so many seconds on two clocks do not tell the same time. */
const clocksDifferFrom = 60;

interface Health {
  /** Whether answers are taken in. */
  readonly takesAnswers: boolean;
  readonly database: 'answers' | 'away';
  readonly storage: 'has-room' | 'full';
  /** Whether the clock of the database tells the same time as the server's. */
  readonly clock: 'agrees' | 'differs' | 'unknown';
}

/** For whoever watches over the service: 200 while answers are taken in, else 503; nothing of anybody's is in it. */
export function healthRoute(room: Room | undefined) {
  return defineRoute({
    method: 'GET',
    path: '/api/health',
    summary: 'Whether the service takes answers in now: its database, its disk and its clock',
    access: 'anyone',
    event: null,
    opensTransactions: true,
    reply: null,
    handle: async ({ database: { state } }) => {
      const isFull = room?.isShort === true;
      const ahead = state.clockAheadSeconds;
      const health: Health = {
        takesAnswers: state.answers && !isFull,
        database: state.answers ? 'answers' : 'away',
        storage: isFull ? 'full' : 'has-room',
        clock: ahead === null ? 'unknown' : Math.abs(ahead) < clocksDifferFrom ? 'agrees' : 'differs',
      };
      const type = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
      return new RawReply(JSON.stringify(health), type, health.takesAnswers ? 200 : 503);
    },
  });
}
