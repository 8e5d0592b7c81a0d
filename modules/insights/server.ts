export { forgetDrivers } from './driver-store.ts';
export { driverItems, driversOf } from './drivers.ts';
export { insightsRoutes } from './drivers-routes.ts';

export const insightsMigrations = new URL('./migrations/', import.meta.url).pathname;
