import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fileText } from '../../../lib/bytes/file-text';
import { MAX_RAW_CHARS } from '../../../lib/bytes/limits';
import type { Inspection } from '../../../lib/inspect/inspection';
import { fitInspection, fitItem, MAX_MESSAGE_ITEM_CHARS, sizeOf } from '../../../lib/messages/fit-message';
import type { PageItem } from '../../../lib/messages/page-items';
import { inspectionSchema, pageItemSchema } from '../../../lib/messages/schemas';
import type { Finding } from '../../../lib/signals/finding';

const finding = (raw: string, more: Partial<Finding> = {}): Finding => ({
  signal: 'generator:comfyui',
  place: { path: ['PNG', 'tEXt'], offset: 33 },
  raw: fileText(raw),
  states: { kind: 'ai', state: 'confirmed', extent: 'unknown' },
  assurance: 'unsigned',
  remarks: [],
  ...more,
});

const inspection = (findings: readonly [Finding, ...Finding[]], remarks = 0): Inspection => ({
  container: 'png',
  verdict: { kind: 'ai', state: 'confirmed', extent: 'unknown', because: findings, conflicts: findings },
  findings,
  remarks: Array.from({ length: remarks }, () => ({
    code: 'block-truncated',
    value: fileText('PNG › tEXt'),
  })),
  read: { state: 'complete', bytes: 1, reads: 1 },
});

const item = (mediaUrl: string, inside: Inspection): PageItem => ({
  id: 'd-1',
  kind: 'image',
  mediaUrl,
  pageUrl: 'https://news.example/',
  alt: fileText(''),
  inspection: inside,
  label: { badge: 'confirmed', text: 'confirmed.full', pending: false },
  readAt: '2026-11-21T12:00:00+08:00',
});

/** As much as the limits of the pipeline let a hostile file state. */
const makeEnormous = (): Inspection => {
  const long = fileText('画'.repeat(MAX_RAW_CHARS));
  const rows = Array.from({ length: 128 }, () => ({
    name: 'n'.repeat(256),
    value: fileText('v'.repeat(4096)),
  }));
  const one = finding(long, { rows, generator: { tool: 'ComfyUI', workflow: long } });
  const path = Array.from({ length: 300 }, () => 'p'.repeat(5000));
  const first = { ...one, place: { path } };
  return inspection([first, ...Array.from({ length: 127 }, () => one)], 600);
};

const enormous = makeEnormous();

describe('fitInspection', () => {
  it('leaves alone what fits', () => {
    const usual = inspection([finding('{"Label":"1"}')]);
    expect(fitInspection(usual)).toEqual(usual);
  });

  it('brings the largest one a file can cause within schema and size, verdict unchanged', () => {
    const fitted = fitInspection(enormous);
    expect(sizeOf(fitted)).toBeLessThanOrEqual(MAX_MESSAGE_ITEM_CHARS);
    expect(v.safeParse(inspectionSchema, fitted).success).toBe(true);
    expect(fitted.verdict).toMatchObject({ kind: 'ai', state: 'confirmed', extent: 'unknown' });
    expect(fitted.findings.length).toBeGreaterThanOrEqual(4);
  });

  it('cuts more remarks than the schema takes', () => {
    const fitted = fitInspection(inspection([finding('x')], 600));
    expect(v.safeParse(inspectionSchema, fitted).success).toBe(true);
    expect(fitted.remarks.length).toBe(256);
  });

  it('does not split a character', () => {
    const fitted = fitInspection(inspection([finding('😀'.repeat(MAX_RAW_CHARS))]));
    expect(fitted.findings[0]?.raw).toMatch(/^(?:😀)+…$/u);
  });
});

describe('fitItem', () => {
  it('keeps an item whose address is a picture of megabytes', () => {
    const data = `data:image/png;base64,${'A'.repeat(5_000_000)}`;
    const fitted = fitItem(item(data, enormous));
    expect(v.safeParse(pageItemSchema, fitted).success).toBe(true);
    expect(sizeOf(fitted)).toBeLessThanOrEqual(MAX_MESSAGE_ITEM_CHARS);
    expect(fitted.mediaUrl).toMatch(/^data:image\/png;base64,A+…$/);
  });

  it('fits a smaller room', () => {
    const fitted = fitItem(item('https://cdn.example/a.png', enormous), 16 * 1024);
    expect(sizeOf(fitted)).toBeLessThanOrEqual(16 * 1024);
    expect(v.safeParse(pageItemSchema, fitted).success).toBe(true);
  });
});
