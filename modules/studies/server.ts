export { createSurvey, openRound, publishSurvey } from './survey-acts.ts';
export { surveyRoutes } from './survey-routes.ts';
export { listSurveys, readSurvey } from './survey-store.ts';
export { dayIn, takesAnswers } from './wave-day.ts';
export { type FieldedWave, findWave, presentToken, readFieldedWave } from './wave-store.ts';
export const studiesMigrations = new URL('./migrations/', import.meta.url).pathname;
