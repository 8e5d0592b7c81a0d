import { deviceRoutes } from './device-routes.ts';
import { onceRoutes } from './once-routes.ts';
import { preparedRoutes } from './prepared-routes.ts';
import { publicWayRoutes } from './public-routes.ts';
import { recordRoutes } from './record-routes.ts';

/** Every way into a survey beside its open link. */
export const wayRoutes = [...publicWayRoutes, ...onceRoutes, ...preparedRoutes, ...deviceRoutes, ...recordRoutes];
