/** Where a record came from: its inputs (by checksum or id), the method, the software version and the instant (ISO 8601, UTC). */
export interface Provenance {
  readonly inputs: readonly string[];
  readonly method: string;
  readonly software: string;
  readonly at: string;
}
