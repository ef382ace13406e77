import { readDocumentProperties } from '../metadata/document-properties';
import { decodeXmpText } from '../metadata/xmp-text';
import { type BlockReading, failedReading, faultsAt, fieldAt } from './block-reading';
import { type Payload, readWhole } from './payload';

/**
 * The properties that an XML part of a document names: custom properties of OOXML, user-defined ones of ODF, `meta` of an
 * EPUB package. UTF-8 or UTF-16.
 */
export async function readDocumentXmlBlock(payload: Payload, vocabulary = ''): Promise<BlockReading> {
  const block = await payload.run(readWhole(payload.view, 'XML of a document'));
  if (block.state !== 'complete') return failedReading(payload, block);
  const { properties, fault } = readDocumentProperties(decodeXmpText(block.value), vocabulary);
  const fields = properties
    .filter(({ value }) => value !== '')
    .map(({ name, value }) =>
      fieldAt('document', name, value, { path: [...payload.path, name], offset: payload.offset }),
    );
  return { fields, faults: faultsAt(payload, [fault]) };
}
