import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aPng, pngChunk } from './logo.fixture.ts';
import { mostLogoBytes, readLogo } from './logo-image.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const drawing = (inner: string, attributes = 'viewBox="0 0 300 60"') =>
  bytes(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`);

/** The least of a JPEG of this size: its start, a frame header and its end. */
const jpeg = (width: number, height: number) =>
  new Uint8Array([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0],
    ...[0xff, 0xc0, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0],
    ...[0xff, 0xd9],
  ]);

const riff = (...chunk: number[]) => {
  const body = [...bytes('WEBP'), ...chunk];
  return new Uint8Array([...bytes('RIFF'), body.length, 0, 0, 0, ...body]);
};
const extended = (flags: number) => [...bytes('VP8X'), 10, 0, 0, 0, flags, 0, 0, 0, 0xdf, 1, 0, 0x6f, 0, 0, 0, 0];

describe('a logo is told by its own bytes', () => {
  test('PNG, JPEG, WebP of each kind, and SVG with the size that they state', () => {
    expect(readLogo(aPng(480, 112))).toEqual({ ok: true, value: { type: 'image/png', width: 480, height: 112 } });
    expect(readLogo(jpeg(300, 70))).toMatchObject({ ok: true, value: { type: 'image/jpeg', width: 300, height: 70 } });
    const webp = { type: 'image/webp', width: 480, height: 112 };
    expect(readLogo(riff(...extended(0)))).toMatchObject({ ok: true, value: webp });
    const sides = (480 - 1) | ((112 - 1) << 14);
    const lossless = [0x2f, sides & 255, (sides >> 8) & 255, (sides >> 16) & 255, (sides >> 24) & 255];
    expect(readLogo(riff(...bytes('VP8L'), 9, 0, 0, 0, ...lossless, 0, 0, 0, 0, 0))).toMatchObject({ value: webp });
    const lossy = [0, 0, 0, 0x9d, 1, 0x2a, 0xe0, 1, 0x70, 0];
    expect(readLogo(riff(...bytes('VP8 '), 10, 0, 0, 0, ...lossy))).toMatchObject({ ok: true, value: webp });
    expect(readLogo(drawing('<path d="M0 0h9"/>'))).toMatchObject({ value: { width: 300, height: 60 } });
    expect(readLogo(drawing('<g/>', 'width="90px" height="30"'))).toMatchObject({ value: { width: 90, height: 30 } });
  });

  test('what is no picture, is cut off, moves, is tiny or vast is refused for what it is', () => {
    const reason = (file: Uint8Array) => readLogo(file);
    expect(reason(bytes('GIF89a'))).toEqual({ ok: false, reasons: ['not-an-image'] });
    expect(reason(bytes('<html><body>logo.png</body></html>'))).toMatchObject({ reasons: ['not-an-image'] });
    expect(reason(aPng(480, 112).subarray(0, 40))).toMatchObject({ reasons: ['not-an-image'] });
    expect(reason(aPng(480, 112, pngChunk('acTL', new Uint8Array(8))))).toMatchObject({ reasons: ['moving'] });
    expect(reason(riff(...extended(2)))).toMatchObject({ reasons: ['moving'] });
    expect(reason(aPng(12, 112))).toMatchObject({ reasons: ['too-small'] });
    expect(reason(aPng(2001, 112))).toMatchObject({ reasons: ['too-many-pixels'] });
    expect(reason(new Uint8Array(mostLogoBytes + 1))).toMatchObject({ reasons: ['too-large'] });
    expect(reason(drawing('', 'width="100%"'))).toMatchObject({ reasons: ['drawing-without-size'] });
    expect(reason(drawing('<animate attributeName="x"/>'))).toMatchObject({ reasons: ['moving'] });
  });

  test.each([
    '<script>alert(1)</script>',
    '<SCRIPT href="//example.com/x.js"/>',
    '<svg:script xmlns:svg="http://www.w3.org/2000/svg"/>',
    '<g onload="alert(1)"/>',
    "<g\nonclick='alert(1)'/>",
    '<foreignObject><p/></foreignObject>',
    '<a href="javascript:alert(1)"><path/></a>',
    '<image href="https://example.com/spy.png"/>',
    '<use xlink:href="other.svg#a"/>',
    '<image href="data:image/svg+xml;base64,AAAA"/>',
    '<style>@import "https://example.com/a.css"</style>',
    '<rect fill="url(https://example.com/a.svg#b)"/>',
    '<style>rect{fill:url("//example.com/a")}</style>',
    '<desc><![CDATA[<!--]]></desc><script>1</script><desc><![CDATA[-->]]></desc>',
    '<?a <!-- ?><script>1</script><?a --> ?>',
    '<x-y:script xmlns:x-y="http://www.w3.org/2000/svg">1</x-y:script>',
    '<é:script xmlns:é="http://www.w3.org/2000/svg">1</é:script>',
    '<rect style="fill:u\\72l(https://example.com/a)"/>',
    '<rect style="fill:&#117;rl(https://example.com/a)"/>',
    '<rect style="fill:&#x75;rl(https://example.com/a)"/>',
    '<style>rect{background:image-set("https://example.com/a" 1x)}</style>',
  ])('an SVG with %s is refused', (inner) => {
    expect(readLogo(drawing(inner))).toEqual({ ok: false, reasons: ['unsafe-drawing'] });
  });

  test('an SVG with entities, a style sheet or a subset of its own is refused; gradients, styles and pictures of its own are not', () => {
    const own = '<style>.a{fill:url(#g)}</style><use href="#a"/><image href="data:image/png;base64,iVBO"/>';
    expect(readLogo(drawing(own))).toMatchObject({ ok: true });
    const after = (head: string) => readLogo(bytes(`${head}<svg viewBox="0 0 9 9"></svg>`));
    expect(after('<?xml version="1.0"?>\n<!-- drawn -->\n<!DOCTYPE svg PUBLIC "a" "b">')).toMatchObject({ ok: true });
    expect(readLogo(drawing('<!-- <script> --><style><![CDATA[.a{fill:#123}]]></style>'))).toMatchObject({ ok: true });
    expect(after('<!DOCTYPE svg [<!ENTITY a "b">]>')).toMatchObject({ ok: false });
    expect(after('<?xml-stylesheet href="a.css"?>')).toMatchObject({ ok: false });
  });

  test('any bytes are read or refused, and never throw', () => {
    const heads = [[], [...aPng(20, 20)], [...jpeg(20, 20)], [...riff(...extended(0))], [...drawing('<g/>')]];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.nat(80), fc.uint8Array({ maxLength: 60 }), (head, cut, rest) => {
        expect(typeof readLogo(new Uint8Array([...head.slice(0, cut), ...rest])).ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });
});
