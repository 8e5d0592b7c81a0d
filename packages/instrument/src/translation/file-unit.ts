/** One line of a file that came back. */
export interface FileUnit {
  readonly id: string;
  readonly source: string;
  /** Null where the file says nothing about it. */
  readonly target: string | null;
  /** Counted from 1. */
  readonly line: number;
}

export interface TranslationFile {
  readonly source: string;
  readonly target: string;
  readonly units: readonly FileUnit[];
}
