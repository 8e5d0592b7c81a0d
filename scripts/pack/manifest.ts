/** A package.json, as far as packing is concerned. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly [field: string]: unknown;
}

/**
 * The manifest that goes into the package: the built JavaScript with its types in place of the TypeScript sources, which no
 * runtime reads from node_modules, and without what only the workspace needs.
 */
export function packedManifest(source: Manifest): Manifest {
  const { private: _private, scripts: _scripts, devDependencies: _dev, ...rest } = source;
  return { ...rest, exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } } };
}
