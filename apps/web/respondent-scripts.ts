import { join } from 'node:path';

/** Where the sources of what runs on a respondent's device stand. */
const sources = join(import.meta.dirname, '..', '..', 'modules', 'collection', 'web', 'offline');

/** The script of the respondents' pages and the worker that answers without a network, by the name of their files. */
const scripts = { page: 'page-script.ts', worker: 'offline-worker.ts' } as const;

/** Builds each into one file of its own, `page.js` and `worker.js`, in `directory`: neither shares anything with the console. */
export async function buildRespondentScripts(directory: string): Promise<void> {
  const { build } = await import('vite');
  for (const [name, source] of Object.entries(scripts))
    await build({
      configFile: false,
      root: import.meta.dirname,
      publicDir: false,
      logLevel: 'warn',
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        target: 'es2022',
        outDir: directory,
        emptyOutDir: false,
        minify: true,
        lib: { entry: join(sources, source), name, formats: ['iife'], fileName: () => `${name}.js` },
        // The questionnaire's package has no module whose mere loading does something: what is not called stays out.
        rolldownOptions: { treeshake: { moduleSideEffects: (id) => id.includes('/web/offline/') } },
      },
    });
}
