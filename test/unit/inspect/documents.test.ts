import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../lib/bytes/source';
import { ALL_FORMATS } from '../../../lib/containers/document-registry';
import { inspect } from '../../../lib/inspect/inspect';
import { loadRuleBook } from '../../../lib/rules/rule-book';
import { actionsBox, IPTC, storeBox } from '../../support/samples/jumbf';
import { CONTENT_TYPES, docx, odfMeta, packageXml, zip } from '../../support/samples/zip';

const rules = loadRuleBook();
const look = async (file: Uint8Array) => {
  const { container, verdict, findings } = await inspect(memorySource(file), { rules, formats: ALL_FORMATS });
  return {
    container,
    verdict: verdict.kind === 'ai' ? `${verdict.kind} ${verdict.state}` : verdict.kind,
    found: findings.map(({ signal, place }) => `${signal} ${place.path.join(' › ')}`),
  };
};

const LABEL =
  '{"Label":"1","ContentProducer":"001191110102MACQD9K64010000","ProduceID":"a","ReservedCode1":"","ContentPropagator":"","PropagateID":"","ReservedCode2":""}';
const ESCAPED = LABEL.replaceAll('"', '&quot;');

describe('inspecting ZIP documents', () => {
  it('reads the label of an OOXML file', async () => {
    expect(await look(docx({ AIGC: ESCAPED }))).toEqual({
      container: 'zip',
      verdict: 'ai confirmed',
      found: ['gb45438 ZIP › docProps/custom.xml › AIGC'],
    });
  });

  it('reads those of ODF and EPUB files', async () => {
    const odt = zip([
      { name: 'mimetype', data: 'x' },
      { name: 'meta.xml', data: odfMeta({ AIGC: ESCAPED }) },
    ]);
    expect((await look(odt)).found).toEqual(['gb45438 ZIP › meta.xml › AIGC']);
    const opf = packageXml(`<meta name="AIGC" content="${ESCAPED}"/>`);
    const epub = zip([
      { name: 'mimetype', data: 'x' },
      { name: 'b.opf', data: opf },
    ]);
    expect((await look(epub)).found).toEqual(['gb45438 ZIP › package document › AIGC']);
  });

  it('reads a credential', async () => {
    const actions = actionsBox([
      { action: 'c2pa.created', digitalSourceType: `${IPTC}trainedAlgorithmicMedia` },
    ]);
    const store = storeBox({ label: 'urn:c2pa:1', assertions: [actions] });
    const name = 'META-INF/content_credential.c2pa';
    expect(await look(zip([CONTENT_TYPES, { name, data: store, stored: true }]))).toEqual({
      container: 'zip',
      verdict: 'ai confirmed',
      found: ['c2pa ZIP › META-INF/content_credential.c2pa › C2PA › c2pa.actions.v2'],
    });
  });

  it('says no-label for a document without, unreadable for other archives', async () => {
    expect((await look(docx({ Owner: 'AIGC' }))).verdict).toBe('no-label');
    expect((await look(zip([{ name: 'a.txt', data: 'AIGC' }]))).verdict).toBe('unreadable');
  });
});
