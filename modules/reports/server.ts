export { type EditionFile, editionFiles } from './edition-files.ts';
