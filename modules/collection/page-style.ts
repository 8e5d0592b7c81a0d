import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { policyWithStyle } from '@common-measure/platform/http';

/** Where previews and other clients find the look of the pages; our own pages carry it in themselves. */
export const stylesheetPath = '/s/respondent.css';

/** The look of the pages, without the comments and line ends of its source. */
export const pageStyle = readFileSync(
  fileURLToPath(import.meta.resolve('@common-measure/instrument/respondent.css')),
  'utf8',
)
  .replace(/\/\*.*?\*\//gs, '')
  .replace(/\n+/g, '');

/** What a page that carries this look may load and run. */
export const pagePolicy = policyWithStyle(pageStyle);
