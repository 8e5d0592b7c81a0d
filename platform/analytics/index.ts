export type { AnsweredCases, MeanColumn } from './answer-sums.ts';
export { type DatasetSums, datasetSums, type SummedColumn } from './cell-sums.ts';
export {
  type Cell,
  type Engine,
  type EngineOptions,
  nameLiteral,
  openEngine,
  type QueryResult,
  textLiteral,
} from './engine.ts';
export { nestingOfStaged, profileStaged } from './profile-staged.ts';
export { type ColumnBlock, readBlock } from './read-block.ts';
export { designFactsOf, readSegments, type SegmentColumns, segmentRows } from './read-segment.ts';
export { type Segment, writeSegment } from './segment.ts';
export { type StagedTable, type StageProgress, stageCsv } from './stage-csv.ts';
export { designFactsOfStaged } from './staged-design.ts';
export { type StoredNames, storedNames } from './stored-names.ts';
export { type DatasetStratumSums, datasetStratumSums } from './stratum-sums.ts';
