export interface PackageRow {
  readonly name: string;
  readonly imports: readonly string[];
  readonly reason: string;
}
export interface SliceRow {
  readonly name: string;
  readonly reason: string;
}
export interface RunningRow extends PackageRow {
  readonly runs: 'node' | 'browser';
}
export interface Architecture {
  readonly packages: readonly PackageRow[];
  readonly modules: readonly SliceRow[];
  readonly platform: readonly RunningRow[];
  readonly apps: readonly RunningRow[];
}
export const packages: readonly PackageRow[];
export const modules: readonly SliceRow[];
export const platform: readonly RunningRow[];
export const apps: readonly RunningRow[];
