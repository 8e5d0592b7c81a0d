export interface LockEntry {
  readonly version?: string;
  readonly link?: boolean;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The entries of a package-lock.json by place ("node_modules/x"). */
export type LockEntries = Readonly<Record<string, LockEntry>>;

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

/**
 * Builds for other platforms that some package offers and the lock does not name. npm leaves them out where a registry
 * does not serve them, and `npm ci` then refuses the lock wherever a registry does. They are entered by version, with the
 * platform that their name tells, so that npm passes over them; they have no integrity and are not installed here.
 */
export function missingPlatformEntries(entries: LockEntries): LockEntries {
  const missing: Record<string, LockEntry> = {};
  for (const [place, entry] of Object.entries(entries))
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {}))
      if (!isReachable(entries, place, name)) missing[`node_modules/${name}`] = platformEntry(name, version, entry.dev);
  return missing;
}

/** Node's lookup: below the package, then beside it and everything above. */
function isReachable(entries: LockEntries, place: string, name: string): boolean {
  if (`${place}/node_modules/${name}` in entries) return true;
  const above = place.lastIndexOf('/node_modules/');
  return above < 0 ? `node_modules/${name}` in entries : isReachable(entries, place.slice(0, above), name);
}

function platformEntry(name: string, version: string, dev: boolean | undefined): LockEntry {
  const words = name.split(/[-/]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined || !/^\d/.test(version))
    throw new Error(
      `package-lock.json: ${name}@${version} is missing and its name does not tell a platform; install it`,
    );
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : words.includes('gnu') ? 'glibc' : undefined;
  return {
    version,
    cpu: [cpu],
    ...(dev === true ? { dev } : {}),
    ...(libc === undefined ? {} : { libc: [libc] }),
    optional: true,
    os: [os],
  };
}
