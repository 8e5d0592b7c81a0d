import { fileURLToPath } from 'node:url';

/** The folder of the checkout that these scripts stand in, without a closing slash. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '');
