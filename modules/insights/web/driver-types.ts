import type { z } from 'zod';
import type { Drivers, driverTableSchema, priorityMatrixSchema } from '../contract.ts';

export type DriverTable = z.infer<typeof driverTableSchema>;
export type PriorityMatrix = z.infer<typeof priorityMatrixSchema>;
export type ReadyDrivers = Extract<Drivers, { status: 'ready' }>;
