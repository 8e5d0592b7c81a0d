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
export {
  type DesignDeclaration,
  type LonelyPsuPolicy,
  lonelyPsuPolicies,
  type SamplingClass,
  samplingClasses,
} from './design-declaration.ts';
