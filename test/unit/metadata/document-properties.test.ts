import { describe, expect, it } from 'vitest';
import { MAX_DEPTH, MAX_DOCUMENT_PROPERTIES } from '../../../lib/bytes/limits';
import { readDocumentProperties } from '../../../lib/metadata/document-properties';
import { customXml, odfMeta, packageXml } from '../../support/samples/zip';

describe('readDocumentProperties', () => {
  it('reads custom properties of OOXML named AIGC', () => {
    expect(
      readDocumentProperties(
        customXml({ Owner: 'x', AIGC: '{&quot;Label&quot;:&quot;1&quot;}' }),
        'ooxml-custom',
      ),
    ).toEqual({
      properties: [{ name: 'AIGC', value: '{"Label":"1"}' }],
    });
  });

  it('reads those of the strict form, in any kind of value, also as CDATA', () => {
    const text =
      '<p:Properties xmlns:p="http://purl.oclc.org/ooxml/officeDocument/customProperties" xmlns:v="v"><p:property name="aigc"><v:bstr><![CDATA[{"Label":"2"}]]></v:bstr></p:property></p:Properties>';
    expect(readDocumentProperties(text, 'ooxml-custom').properties).toEqual([
      { name: 'aigc', value: '{"Label":"2"}' },
    ]);
  });

  it('reads user-defined metadata of ODF', () => {
    expect(readDocumentProperties(odfMeta({ Other: 'y', AIGC: ' {} ' }), 'odf-meta').properties).toEqual([
      { name: 'AIGC', value: '{}' },
    ]);
  });

  it('reads both forms of meta in an EPUB package', () => {
    const text = packageXml(
      '<meta name="AIGC" content="{1}"/><meta property="tc:AIGC">{2}</meta><meta name="cover" content="AIGC"/>',
    );
    expect(readDocumentProperties(text, 'opf').properties).toEqual([
      { name: 'AIGC', value: '{1}' },
      { name: 'tc:AIGC', value: '{2}' },
    ]);
  });

  it('reads nothing of other namespaces, other vocabularies and texts about labels', () => {
    const custom = customXml({ AIGC: '{}' });
    for (const [text, vocabulary] of [
      [custom.replace('custom-properties', 'other'), 'ooxml-custom'],
      [custom, 'odf-meta'],
      [custom, 'anything'],
      [customXml({ Title: 'AIGC' }), 'ooxml-custom'],
    ] as const)
      expect(readDocumentProperties(text, vocabulary)).toEqual({ properties: [] });
  });

  it('keeps what stands before an error', () => {
    const whole = customXml({ AIGC: '{}' });
    expect(readDocumentProperties(whole.replace('</Properties>', '</x>'), 'ooxml-custom')).toMatchObject({
      properties: [{ name: 'AIGC', value: '{}' }],
      fault: { state: 'malformed' },
    });
    expect(readDocumentProperties(whole.replace('{}', '&xxe;'), 'ooxml-custom')).toMatchObject({
      properties: [],
      fault: { state: 'malformed' },
    });
  });

  it('bounds depth and number', () => {
    const deep = (depth: number) => `${'<a>'.repeat(depth)}AIGC${'</a>'.repeat(depth)}`;
    expect(readDocumentProperties(deep(MAX_DEPTH), 'opf').fault).toBeUndefined();
    expect(readDocumentProperties(deep(MAX_DEPTH + 1), 'opf').fault?.state).toBe('over-budget');
    const many = packageXml('<meta name="AIGC" content="{}"/>'.repeat(MAX_DOCUMENT_PROPERTIES + 1));
    expect(readDocumentProperties(many, 'opf')).toMatchObject({ fault: { state: 'over-budget' } });
    expect(readDocumentProperties(many, 'opf').properties).toHaveLength(MAX_DOCUMENT_PROPERTIES);
  });
});
