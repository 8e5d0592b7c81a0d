/** An element of an XML text, with what stands in it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  readonly line: number;
}

export interface XmlFault {
  readonly line: number;
  readonly fault: 'doctype' | 'entity' | 'unclosed' | 'malformed';
}

const namePattern = /^[A-Za-z_][\w.:-]*/;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads one XML 1.0 element with all in it, or says on which line it cannot. It knows no document type and no entities but the five
 * of XML and characters by number: nothing is fetched and nothing grows.
 */
export function readXml(text: string): XmlElement | XmlFault {
  const source = text.replace(/\r\n?/g, '\n');
  let at = 0;
  let counted = { place: 0, line: 1 };
  // Counted on from where it was counted last: elements come in order.
  const lineAt = (place: number): number => {
    if (place < counted.place) counted = { place: 0, line: 1 };
    let { line } = counted;
    for (
      let next = source.indexOf('\n', counted.place);
      next >= 0 && next < place;
      next = source.indexOf('\n', next + 1)
    )
      line += 1;
    counted = { place, line };
    return line;
  };
  const fail = (fault: XmlFault['fault'], place = at): never => {
    throw new FaultAt({ line: lineAt(place), fault });
  };
  const past = (end: string): string => {
    const found = source.indexOf(end, at);
    if (found < 0) fail('unclosed');
    const between = source.slice(at, found);
    at = found + end.length;
    return between;
  };
  const decoded = (raw: string, place: number): string =>
    raw.replace(/&(#x[\da-fA-F]{1,6}|#\d{1,7}|\w+);|&/g, (_all, name: string | undefined) => {
      if (name === undefined) return fail('entity', place);
      if (!name.startsWith('#')) return entities[name] ?? fail('entity', place);
      const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      const isSign = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      return isSign ? String.fromCodePoint(code) : fail('entity', place);
    });
  /** Past comments, instructions and, outside an element, white space; true where one was passed. */
  const pastMisc = (): boolean => {
    if (source.startsWith('<!--', at)) past('-->');
    else if (source.startsWith('<?', at)) past('?>');
    else if (source.startsWith('<!DOCTYPE', at)) fail('doctype');
    else return false;
    return true;
  };
  const name = (): string => {
    const [found] = namePattern.exec(source.slice(at, at + 200)) ?? [];
    if (found === undefined) return fail('malformed');
    at += found.length;
    return found;
  };
  const space = (): void => {
    while (/\s/.test(source[at] ?? '')) at += 1;
  };
  const attributesHere = (): Record<string, string> => {
    const found: Record<string, string> = {};
    for (space(); at < source.length && !/[/>]/.test(source[at] ?? ''); space()) {
      const begin = at;
      const key = name();
      space();
      if (source[at] !== '=') fail('malformed');
      at += 1;
      space();
      const quote = source[at];
      if (quote !== '"' && quote !== "'") return fail('malformed');
      at += 1;
      found[key] = decoded(past(quote), begin);
    }
    return found;
  };
  const element = (depth: number): XmlElement => {
    const begin = at;
    at += 1;
    const own = name();
    const attributes = attributesHere();
    const line = lineAt(begin);
    if (depth > 60) fail('malformed');
    if (source.startsWith('/>', at)) {
      at += 2;
      return { name: own, attributes, children: [], line };
    }
    if (source[at] !== '>') fail('malformed');
    at += 1;
    const children: (XmlElement | string)[] = [];
    while (!source.startsWith('</', at)) {
      if (at >= source.length) fail('unclosed', begin);
      if (source.startsWith('<![CDATA[', at)) {
        at += 9;
        children.push(past(']]>'));
      } else if (source[at] !== '<') {
        const next = source.indexOf('<', at);
        const end = next < 0 ? source.length : next;
        children.push(decoded(source.slice(at, end), at));
        at = end;
      } else if (!pastMisc()) children.push(element(depth + 1));
    }
    at += 2;
    if (name() !== own) fail('malformed');
    space();
    if (source[at] !== '>') fail('malformed');
    at += 1;
    return { name: own, attributes, children, line };
  };
  try {
    for (space(); pastMisc(); space());
    if (source[at] !== '<') fail('malformed');
    const root = element(0);
    for (space(); pastMisc(); space());
    return at < source.length ? fail('malformed') : root;
  } catch (error) {
    if (error instanceof FaultAt) return error.fault;
    throw error;
  }
}

class FaultAt extends Error {
  readonly fault: XmlFault;
  constructor(fault: XmlFault) {
    super(fault.fault);
    this.fault = fault;
  }
}

/** The text in an element, whatever marks stand within it. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** Every element of that name, with or without a prefix, in order. */
export function elementsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return localName(child) === name ? [child] : elementsOf(child, name);
  });
}

export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}
