import { buildPackage } from '../../../lib/reports/package/build-package';
import type { PackagePart } from '../../../lib/reports/package/package-manifest';
import { sampleReport } from '../reports/sample-report';

/** A saved package; with `changed`, one byte of its original differs from what the manifest says. */
export async function samplePackage(changed: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const original = new TextEncoder().encode('THE-ORIGINAL-FILE');
  const report = new TextEncoder().encode(JSON.stringify(sampleReport()));
  const parts: readonly PackagePart[] = [
    { kind: 'report', name: 'report.json', mime: 'application/json', bytes: report },
    { kind: 'original', name: 'original.jpg', mime: 'image/jpeg', bytes: original },
  ];
  const zip = await buildPackage(parts, {
    program: 'Bianshi 0.1.0',
    reportId: '7f3e2b8c-91d4-4f0e-b6ac-0d5c1f22a91c',
    createdAt: '2026-11-21T12:30:00+08:00',
  });
  // Pictures are stored as they are, so the file stands in the ZIP as it is.
  const at = Buffer.from(zip).indexOf('THE-ORIGINAL-FILE');
  if (changed) zip[at] = (zip[at] ?? 0) ^ 1;
  return zip;
}
