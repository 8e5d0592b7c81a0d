export { wordDiff } from '@common-measure/instrument';
