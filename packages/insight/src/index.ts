export {
  type Driver,
  type DriverRequest,
  type DriverResult,
  type DriverTable,
  type LeftOutItem,
  type LeftOutReason,
  type MissingTreatment,
  missingTreatments,
  type ShareInterval,
  type WithheldDrivers,
} from './driver-table.ts';
export { type DriversScriptInput, driversScript } from './drivers-script.ts';
export { explainDrivers, explainPriorities } from './explain-drivers.ts';
export { type DriverInput, keyDrivers } from './key-drivers.ts';
export { overlapGroups } from './overlap-groups.ts';
export { type PriorityItem, type PriorityMatrix, priorityMatrix, type Quadrant } from './priority-matrix.ts';
export { fewestAnswers } from './screen-items.ts';
