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
export { missingColumn, type Segment, writeSegment } from './segment.ts';
export { type StagedTable, type StageProgress, stageCsv } from './stage-csv.ts';
