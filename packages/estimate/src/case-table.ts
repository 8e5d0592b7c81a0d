/** A column of the record, as `EncodedColumn` of the dataset package gives it. */
export interface StoredColumn {
  /** Of ratings and numbers the number itself; of all others the place in `levels`. NaN where missing. */
  readonly numbers: Float64Array;
  /** The codes of a category, or the different values of a text or identifier; empty for ratings and numbers. */
  readonly levels: readonly string[];
  /** Per case: 0 for an answer, else 1 + the place of its kind in `missingKinds`. */
  readonly missing: Uint8Array;
}

/** The cases of a dataset, column by column, by variable name. An `EncodedDataset` is one. */
export interface CaseTable {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, StoredColumn>;
}
