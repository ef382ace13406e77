import { describe, expect, it } from 'vitest';
import { metadataText } from '../../../lib/page/svg-metadata';

const SVG = 'http://www.w3.org/2000/svg';

type Node = Record<string, unknown> & { nextSibling: Node | null; parentElement: Node | null };

const text = (value: string): Node =>
  ({
    nodeType: 3,
    TEXT_NODE: 3,
    CDATA_SECTION_NODE: 4,
    ELEMENT_NODE: 1,
    nodeValue: value,
  }) as unknown as Node;
const comment = (value: string): Node => ({ ...text(value), nodeType: 8 });

/** An element as parsers leave it; `prefix` only where an XML parser made it. */
function element(
  nodeName: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly Node[] = [],
  prefix: string | null = null,
): Node {
  const isElement = (node: Node) => node['nodeType'] === 1;
  const made = {
    nodeType: 1,
    ELEMENT_NODE: 1,
    nodeName,
    localName: nodeName,
    namespaceURI: SVG,
    prefix,
    attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
    ownerDocument: { contentType: 'text/html' },
    children: children.filter(isElement),
    firstChild: children[0] ?? null,
    nextSibling: null,
    parentElement: null,
  } as unknown as Node;
  children.forEach((child, index) => {
    child.nextSibling = children[index + 1] ?? null;
    child.parentElement = made;
  });
  return made;
}

const textOf = (node: Node) => metadataText(node as unknown as Element);
const around = (inner: string, prefixes = '') => `<svg xmlns="${SVG}"${prefixes}>${inner}</svg>`;

describe('metadataText', () => {
  it('gives nothing for a drawing without metadata of its own', () => {
    expect(textOf(element('svg', {}, [element('g', {}, [element('metadata')])]))).toBeUndefined();
  });

  it('writes the metadata and nothing of the drawing, with the prefixes declared on it', () => {
    const svg = element('svg', { width: '9', 'xmlns:x': 'adobe:ns:meta/' }, [
      element('rect', { fill: 'red' }),
      element('metadata', { id: 'a"b' }, [text('1 < 2'), comment('no'), element('x:empty'), text('&')]),
      element('metadata'),
    ]);
    expect(textOf(svg)).toBe(
      around(
        '<metadata id="a&quot;b">1 &lt; 2<x:empty></x:empty>&amp;</metadata><metadata></metadata>',
        ' xmlns:x="adobe:ns:meta/"',
      ),
    );
  });

  it('gives back the case of names that the HTML parser took away, and of no others', () => {
    const svg = element('svg', {}, [
      element('metadata', {}, [
        element('rdf:rdf', { 'xmlns:rdf': 'r' }, [
          element('rdf:description', { 'rdf:parsetype': 'Resource', 'a:other': '' }, [
            element('tc260:aigc', {}, [text('{}')]),
          ]),
        ]),
      ]),
    ]);
    expect(textOf(svg)).toBe(
      around(
        '<metadata><rdf:RDF xmlns:rdf="r"><rdf:Description rdf:parseType="Resource" a:other=""><tc260:AIGC>{}</tc260:AIGC></rdf:Description></rdf:RDF></metadata>',
      ),
    );
  });

  it('leaves names as an XML parser read them', () => {
    const svg = element('svg', {}, [element('metadata', {}, [element('tc260:aigc', {}, [], 'tc260')])]);
    expect(textOf(svg)).toBe(around('<metadata><tc260:aigc></tc260:aigc></metadata>'));
  });

  it('leaves out characters that XML forbids', () => {
    const svg = element('svg', {}, [element('metadata', {}, [text('a\u0000\u000bb\tc\uffff')])]);
    expect(textOf(svg)).toBe(around('<metadata>ab\tc</metadata>'));
  });

  it('does not look into more than it has room for', () => {
    const large = (length: number) =>
      element('svg', {}, [element('metadata', {}, [text('x'.repeat(length))])]);
    expect(textOf(large(500 * 1024))?.length).toBeGreaterThan(500 * 1024);
    expect(textOf(large(513 * 1024))).toBeUndefined();
    const many = element('svg', {}, [
      element(
        'metadata',
        {},
        Array.from({ length: 5000 }, () => element('a')),
      ),
    ]);
    expect(textOf(many)).toBeUndefined();
  });

  it('is not led deeper than the stack goes', () => {
    let deep = element('a');
    for (let level = 0; level < 3000; level += 1) deep = element('a', {}, [deep]);
    expect(textOf(element('svg', {}, [element('metadata', {}, [deep])]))?.startsWith('<svg')).toBe(true);
  });
});
