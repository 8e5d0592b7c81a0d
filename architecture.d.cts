export interface PackageRow {
  readonly name: string;
  readonly imports: readonly string[];
  readonly reason: string;
}
export interface SliceRow {
  readonly name: string;
  readonly reason: string;
}
export interface PlatformRow extends PackageRow {
  readonly runs: 'node' | 'browser';
}
export interface AppRow extends SliceRow {
  readonly runs: 'node' | 'browser';
}
export interface Architecture {
  readonly packages: readonly PackageRow[];
  readonly modules: readonly SliceRow[];
  readonly platform: readonly PlatformRow[];
  readonly apps: readonly AppRow[];
}
export const packages: readonly PackageRow[];
export const modules: readonly SliceRow[];
export const platform: readonly PlatformRow[];
export const apps: readonly AppRow[];
