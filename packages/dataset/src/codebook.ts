import type { LocalizedText } from '@common-measure/kernel';
import type { DesignDeclaration } from './design-declaration.ts';

/** Why an answer is missing. Never scored, always counted. */
export const missingKinds = ['refused', 'dont-know', 'not-applicable', 'not-asked', 'breakoff', 'no-answer'] as const;
export type MissingKind = (typeof missingKinds)[number];

/**
 * What a column holds.
 * `rating`: an ordered answer scale, scored 0-100; `category`: one of a list, never averaged; `number`: a quantity with a unit;
 * `text`: open answers; `date`: a calendar day or an instant; `identifier`: names a case, a person or a place, never analysed.
 */
export const variableKinds = ['rating', 'category', 'number', 'text', 'date', 'identifier'] as const;
export type VariableKind = (typeof variableKinds)[number];

/** One answer that a person can give, by the code that stands in the data. */
export interface ValueCode {
  readonly code: string;
  readonly label: LocalizedText;
}

/** A code that stands for no answer in one column, with its kind. The empty cell is the code "". */
export interface MissingCode extends ValueCode {
  readonly kind: MissingKind;
}

/** An ordered scale of equally spaced points from `min` to `max`; `higher` says whether more is better, worse, or neither. */
export interface RatingScale {
  readonly min: number;
  readonly max: number;
  readonly higher: 'better' | 'worse' | 'neutral';
  /** Names the wording of the points; two waves are comparable only on the same scale version. */
  readonly version: string;
}

export interface Variable {
  /** Name in requests and exports: unique in the codebook, letters, digits, "_" and "."; never starts with a digit. */
  readonly name: string;
  /** The header of the column in the file, exactly as it stands there. */
  readonly column: string;
  readonly label: LocalizedText;
  /** The wording that was put to people; null where it is not known. */
  readonly question: LocalizedText | null;
  readonly kind: VariableKind;
  /** Of ratings only. */
  readonly scale: RatingScale | null;
  /** Of ratings and categories: every substantive code. A code in the data that is listed nowhere is a problem, never dropped silently. */
  readonly values: readonly ValueCode[];
  readonly missing: readonly MissingCode[];
  /** Of numbers: the unit, such as "minutes". */
  readonly unit: string | null;
  /** `closed`: may point to a person; kept in the file, shut out of breakdowns, text views and downloads. */
  readonly access: 'open' | 'closed';
  /** False while a proposal still waits for a person's decision; such a variable stays out of results. */
  readonly decided: boolean;
}

/** What the variables are for. Names refer to `variables[].name`. */
export interface Roles {
  readonly overall: string | null;
  readonly drivers: readonly string[];
  readonly channel: string | null;
  readonly region: string | null;
  /** Variables by which results may be broken down. */
  readonly profile: readonly string[];
  /** Open answers that may be read, under the text rules. */
  readonly comments: readonly string[];
}

/** How the file was read; enough to read it again to the same values. */
export interface SourceFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly rows: number;
  readonly columns: number;
}

/** The choices that turn a file into a dataset: kept as `codebook.json`, reused for the next wave. */
export interface Codebook {
  readonly format: 'common-measure/codebook';
  readonly version: 1;
  readonly title: LocalizedText;
  /** Who was asked, when and about what, for the base line under every chart; null where unsaid. */
  readonly population: LocalizedText | null;
  /** The label of the wave ("2016") and its order among the waves of one study (ISO date of its start); null for a lone dataset. */
  readonly wave: { readonly label: string; readonly start: string } | null;
  /** Synthetic data carry their label everywhere. */
  readonly synthetic: boolean;
  readonly source: SourceFile | null;
  readonly design: DesignDeclaration;
  readonly roles: Roles;
  readonly variables: readonly Variable[];
}
