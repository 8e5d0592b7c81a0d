import { noticeRoutes } from './notice-routes.ts';
import { surveyRoutes as ofSurveys } from './survey-routes.ts';

export type { EndReason } from './contract.ts';
export { type FieldedRound, fieldedRounds } from './fielded-rounds.ts';
export { readNotice } from './notice-store.ts';
export { createSurvey, openRound, publishSurvey } from './survey-acts.ts';
export { listSurveys, readSurvey } from './survey-store.ts';
export { dayIn, finishUntil, isBeforeFirstDay, letsIn, takesAnswers } from './wave-day.ts';
export { beginEnding, endOverdueWaves, holdWave, lastDayOver, wavesByTheClock } from './wave-ending.ts';
export { type FieldedWave, findWave, presentToken, readFieldedWave } from './wave-store.ts';
export const studiesMigrations = new URL('./migrations/', import.meta.url).pathname;
export const surveyRoutes = [...ofSurveys, ...noticeRoutes];
