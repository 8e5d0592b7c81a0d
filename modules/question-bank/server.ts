export { bankRoutes } from './bank-routes.ts';
export { starterBank } from './starter-bank.ts';
