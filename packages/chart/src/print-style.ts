type Attributes = Readonly<Record<string, string>>;

const ink = '#12211e';
const ink2 = '#3f4e4a';
const paper = '#ffffff';
const estimate = '#14589c';
const reference = '#71807b';
const low = '#983c00';
const diverging = ['#983c00', '#efb184', '#d3d9d7', '#8fbde4', '#14589c'] as const;
const divergingEdge = ['#983c00', '#983c00', '#71807b', '#14589c', '#14589c'] as const;

/** What each class of the look is on white paper: the light theme of tokens.css. A modifier ("ci off") overrides its class. */
const styles: Readonly<Record<string, Attributes>> = {
  'grid-line': { stroke: '#d2dcd8', 'stroke-width': '1' },
  'axis-line': { stroke: reference, 'stroke-width': '1.5' },
  ref: { stroke: reference, 'stroke-width': '1.5', 'stroke-dasharray': '4 4' },
  ...Object.fromEntries(
    diverging.map((fill, i) => [`d${i + 1}`, { fill, stroke: divergingEdge[i] ?? fill, 'stroke-width': '1' }]),
  ),
  ci: { stroke: estimate, 'stroke-width': '2.5', fill: 'none' },
  'ci soft': { stroke: reference, 'stroke-width': '1.5' },
  'ci off': { stroke: reference },
  'ci low': { stroke: low },
  cap: { stroke: estimate, 'stroke-width': '2.5', fill: 'none' },
  'cap off': { stroke: reference },
  'cap low': { stroke: low },
  pt: { fill: estimate, stroke: paper, 'stroke-width': '1.5' },
  'pt low': { fill: low },
  hollow: { fill: paper, stroke: reference, 'stroke-width': '2.5' },
  prev: { fill: paper, stroke: reference, 'stroke-width': '2' },
  series: { stroke: estimate, 'stroke-width': '2.5', fill: 'none' },
  'series broken': { stroke: reference, 'stroke-dasharray': '5 5' },
  bar: { fill: '#7fb2de', stroke: estimate, 'stroke-width': '1' },
  band: { fill: '#eaf0ee' },
  quad: { fill: '#dfeeea' },
  bracket: { stroke: ink2, 'stroke-width': '2.5', 'stroke-linecap': 'round', fill: 'none' },
};

const textStyles: Readonly<Record<string, Attributes>> = {
  '': { fill: ink2 },
  strong: { fill: ink, 'font-weight': '600' },
  quadname: {},
  halo: { stroke: paper, 'stroke-width': '4', 'stroke-linejoin': 'round', 'paint-order': 'stroke' },
  mid: { 'text-anchor': 'middle' },
  end: { 'text-anchor': 'end' },
  ...Object.fromEntries(
    [paper, ink, ink, ink, paper].map((fill, i) => [
      `o${i + 1}`,
      { fill, 'font-weight': '600', 'text-anchor': 'middle' },
    ]),
  ),
};

/** The attributes that a class stands for in print. A class the look does not know is a mistake and throws. */
export function printAttributes(style: string, isText: boolean): string {
  const words = style.split(' ').filter((word) => word !== '');
  const merged = isText
    ? Object.assign({}, textStyles[''], ...words.map((word) => known(textStyles, word)))
    : Object.assign({}, known(styles, words[0] ?? ''), ...words.slice(1).map((w) => known(styles, `${words[0]} ${w}`)));
  return Object.entries(merged)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
}

function known(table: Readonly<Record<string, Attributes>>, style: string): Attributes {
  const found = table[style];
  if (!found) throw new Error(`no print style for "${style}"`);
  return found;
}
