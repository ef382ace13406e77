import { fileText } from '../../bytes/file-text';
import { MAX_RAW_CHARS } from '../../bytes/limits';
import type { Field } from '../../facts/media-facts';
import type { Finding, Statement } from '../finding';
import { findJsonLdSourceTypes, type JsonLdSourceType } from '../json-ld-source-types';
import { readSchemaOrgSourceType } from '../schema-org-source-type';
import type { Signal } from '../signal';
import { MAX_LABELS, MAX_ROW_CHARS } from '../signal-limits';

/** Names under which the facts of a document give JSON-LD, and microdata or RDFa. */
const JSON_LD = 'JSON-LD';
const ELEMENT = 'schema.org:digitalSourceType';

/** schema.org: types of media on a page, which are part of it at most. */
const MEDIA_TYPE =
  /^(?:https?:\/\/schema\.org\/|schema:)?(?:Image|Video|Audio|Media|Music|3DModel)[A-Za-z]{0,32}$/;

/** schema.org `digitalSourceType` in JSON-LD, microdata and RDFa of a document: declarations, without any proof. */
const signal: Signal = {
  id: 'schema-org',
  cites: 'schema.org digitalSourceType, IPTCDigitalSourceEnumeration',
  // what it looks at is never XMP
  xmpNeedles: () => [],
  detect: ({ fields }) =>
    fields
      .filter(({ language }) => language === 'document')
      .flatMap((field) => sourceTypesOf(field).map((stated) => findingOf(field, stated)))
      .slice(0, MAX_LABELS),
};

export default signal;

function sourceTypesOf({ name, value }: Field): readonly JsonLdSourceType[] {
  if (name === JSON_LD) return findJsonLdSourceTypes(value);
  return name === ELEMENT ? [{ value }] : [];
}

/** A value outside the vocabularies is shown as found and states nothing. */
function findingOf({ place }: Field, stated: JsonLdSourceType): Finding {
  const read = readSchemaOrgSourceType(stated.value);
  const rows = [
    { name: 'digitalSourceType', value: read?.code },
    { name: '@type', value: stated.type },
    { name: 'url', value: stated.url },
  ].flatMap(({ name, value }) =>
    value === undefined ? [] : [{ name, value: fileText(value, MAX_ROW_CHARS) }],
  );
  return {
    signal: 'schema-org',
    place: {
      ...place,
      path: stated.type === undefined ? place.path : [...place.path, fileText(stated.type, 64)],
    },
    raw: fileText(stated.value, MAX_RAW_CHARS),
    states: ofPage(read?.states ?? { kind: 'nothing' }, stated),
    assurance: 'unsigned',
    remarks: [],
    rows,
  };
}

/** What a document says of a medium in it concerns part of it; of an element, what it describes is not known. */
function ofPage(states: Statement, { type }: JsonLdSourceType): Statement {
  if (states.kind !== 'ai' || states.extent !== 'full') return states;
  if (type === undefined) return { ...states, extent: 'unknown' };
  return MEDIA_TYPE.test(type) ? { ...states, extent: 'partial' } : states;
}
