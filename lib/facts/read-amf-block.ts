import { type AmfText, readAmfScript } from '../metadata/amf0';
import { readXmpText } from '../metadata/xmp';
import { type BlockReading, failedReading, faultsAt, fieldAt, joinReadings } from './block-reading';
import { type Payload, readWhole } from './payload';
import { xmpReading } from './read-xmp-block';

/** XMP Specification part 3, 1.2.4 (FLV): the script and the property that hold the packet. */
const XMP_SCRIPT = 'onXMPData';
const XMP_PROPERTY = 'liveXML';

/** The text properties of an FLV script, or the properties of the XMP packet it holds. */
export async function readAmfBlock(payload: Payload): Promise<BlockReading> {
  const script = await payload.run(readWhole(payload.view, 'FLV script'));
  if (script.state !== 'complete') return failedReading(payload, script);
  const { name, texts, fault } = readAmfScript(script.value);
  const path = [...payload.path, name];
  const readings = texts.map((text) => textReading(name, text, path, payload.offset + text.at));
  return joinReadings([...readings, { fields: [], faults: faultsAt(payload, [fault]) }]);
}

function textReading(script: string, text: AmfText, path: readonly string[], offset: number): BlockReading {
  const place = { path: [...path, text.name], offset };
  if (script === XMP_SCRIPT && text.name === XMP_PROPERTY) return xmpReading(readXmpText(text.value), place);
  return { fields: [fieldAt('amf', text.name, text.value, place)], faults: [] };
}
