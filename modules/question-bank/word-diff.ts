export { type DiffRun, wordDiff } from '@common-measure/instrument';
