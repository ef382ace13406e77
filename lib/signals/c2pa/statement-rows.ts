import { type FileText, fileText } from '../../bytes/file-text';
import type { C2paManifest } from '../../c2pa/manifest-store';
import type { Finding } from '../finding';
import type { Visit } from './manifest-graph';
import type { OriginStatement } from './origin-statements';

/** Adobe's own parameter, shown by its own name: it is not the member the specification defines. */
const VENDOR_SOURCE_TYPE = 'com.adobe.digitalSourceType';

type Rows = NonNullable<Finding['rows']>;

/**
 * A statement as name–value rows, what people ask first on top. Names are those of the C2PA specification,
 * except `model`, `watermark`, `ingredients` and `manifest`.
 */
export function statementRows(statement: OriginStatement): Rows {
  const { action, visit, sourceType, model } = statement;
  const byVendor =
    sourceType !== undefined && sourceType !== action?.digitalSourceType && action !== undefined;
  const { manifest } = visit;
  return onlyPresent([
    ['claim_generator', manifest.claimGenerator],
    ['softwareAgent', action?.softwareAgent],
    ['model', model],
    ['action', action?.action],
    [byVendor ? VENDOR_SOURCE_TYPE : 'digitalSourceType', sourceType],
    ['description', action?.description],
    ['watermark', watermark(manifest)],
    ['dc:title', manifest.title],
    ['ingredients', chain(visit)],
    ['manifest', manifest.label],
  ]);
}

/** The active manifest of a store that states no origin. */
export function manifestRows(manifest: C2paManifest): Rows {
  const actions = manifest.actions.map(({ action }) => action).join(', ');
  return onlyPresent([
    ['claim_generator', manifest.claimGenerator],
    ['actions', actions === '' ? undefined : fileText(actions)],
    ['watermark', watermark(manifest)],
    ['dc:title', manifest.title],
    ['manifest', manifest.label],
  ]);
}

/** `c2pa.watermarked`, `.bound`, `.unbound`: the provider says an invisible watermark was put in. */
function watermark(manifest: C2paManifest): FileText | undefined {
  return manifest.actions.find(({ action }) => /^c2pa\.watermarked(?:\.|$)/.test(action))?.action;
}

/** The way from the file to the manifest: `parentOf: cat.png › componentOf: hat.png`. */
function chain({ via }: Visit): FileText | undefined {
  if (via.length === 0) return undefined;
  const steps = via.map(({ relationship, title, manifest }) => `${relationship}: ${title ?? manifest ?? ''}`);
  return fileText(steps.join(' › '));
}

function onlyPresent(rows: readonly (readonly [string, FileText | undefined])[]): Rows {
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}
