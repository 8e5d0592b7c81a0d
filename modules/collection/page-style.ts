import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { colourRule } from '@common-measure/instrument';
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

/** The look of a page in the colour that its survey has chosen. */
export function styleIn(colour: string | undefined): string {
  return pageStyle + colourRule(colour);
}

/** By look: there are as many as colours that surveys have chosen. */
const policies = new Map<string, string>();
const mostPolicies = 500;

/** What a page may load and run: the look in its head, which stands before anything that people wrote, and no other. */
export function policyOf(html: string): string {
  const look = /<style>([^<]*)<\/style>/.exec(html)?.[1] ?? '';
  const known = policies.get(look);
  if (known !== undefined) return known;
  const policy = policyWithStyle(look);
  if (policies.size >= mostPolicies) policies.clear();
  policies.set(look, policy);
  return policy;
}
