export { applyCodebook } from './apply-codebook.ts';
export {
  type Codebook,
  type MissingCode,
  type MissingKind,
  missingKinds,
  type RatingScale,
  type Roles,
  type SourceFile,
  type ValueCode,
  type Variable,
  type VariableKind,
  variableKinds,
} from './codebook.ts';
export { type CodebookChanges, type CodebookPart, changesBetween, codebookParts } from './codebook-changes.ts';
export { codebookFromInstrument, type WaveFacts } from './codebook-from-instrument.ts';
export { type CodebookProblem, type CodebookProblemCode, codebookProblemCodes } from './codebook-problem.ts';
export { codebookCsv, roleOf, type VariableRole } from './codebook-rows.ts';
export { codebookJsonSchema, codebookSchema } from './codebook-schema.ts';
export { type CodebookDifference, compareCodebooks, type DifferenceCode } from './compare-codebooks.ts';
export { parseCsv } from './csv-parse.ts';
export { type CsvScanner, type CsvShape, csvScanner, type Delimiter } from './csv-scan.ts';
export { writeCsv } from './csv-write.ts';
export { decodeBytes } from './decoding.ts';
export { type DelimiterFinding, delimiters, sniffDelimiter } from './delimiter.ts';
export {
  type DesignDeclaration,
  type LonelyPsuPolicy,
  lonelyPsuPolicies,
  type SamplingClass,
  samplingClasses,
} from './design-declaration.ts';
export { type NestingFact, nestingQuestions } from './design-guess.ts';
export {
  type Disposition,
  type DispositionKind,
  dispositionKinds,
  dispositionsOf,
  type ResponseRate,
  type WaveOutcomes,
} from './disposition.ts';
export { type EncodedColumn, encodeColumn, missingKindOf, missingNumber } from './encode-column.ts';
export { type EncodedDataset, encodeDataset, readDataset } from './encode-dataset.ts';
export { type DesignFacts, designFacts, designNotices, type EncodedDesign, encodeDesign } from './encode-design.ts';
export {
  detectEncoding,
  type Encoding,
  type EncodingDetector,
  type EncodingFinding,
  encodingDetector,
} from './encoding.ts';
export { type FileProblemCode, fileNoRows, fileProblemCodes, maxCellLength, maxColumns } from './file-problem.ts';
export { type Guess, type GuessAspect, guessAspects, type Proposal } from './guess.ts';
export { checkHeader, variableNames } from './header.ts';
export { type ColumnMatch, matchColumns } from './match-columns.ts';
export { missingLabels } from './missing-guess.ts';
export { countNesting } from './nesting.ts';
export { numberPattern, readNumber, trimCell } from './number-text.ts';
export {
  type ColumnProfile,
  type FileProfile,
  type NumericRange,
  profileColumn,
  profileTable,
  type ValueCount,
  valueCap,
} from './profile.ts';
export { type FileFacts, proposeCodebook } from './propose-codebook.ts';
export { proposeFromTable } from './propose-from-table.ts';
export { parseCodebook, readCodebook } from './read-codebook.ts';
export { type ReadingChoice, readTable, type Table } from './read-table.ts';
export { explainReason, type Reason, type ReasonCode } from './reason.ts';
export {
  type MarkKind,
  markColumns,
  noMarks,
  notInvited,
  notTold,
  type ResponseMarks,
} from './response-marks.ts';
export { type RecordedResponse, responseTable } from './response-table.ts';
export { type CarriedText, type ReusedProposal, reuseCodebook } from './reuse-codebook.ts';
