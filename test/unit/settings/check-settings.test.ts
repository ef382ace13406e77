import { describe, expect, it } from 'vitest';
import { checkSettings, MAX_PAUSED_SITES } from '../../../lib/settings/check-settings';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings';

describe('checkSettings', () => {
  it('gives the defaults for everything that is not a record', () => {
    for (const value of [undefined, null, 3, 'x', [], () => 1]) {
      expect(checkSettings(value)).toEqual(DEFAULT_SETTINGS);
    }
  });

  it('keeps good fields beside bad ones', () => {
    expect(checkSettings({ language: 'en', corner: 'middle', profile: 7, pausedSites: 'no' })).toEqual({
      ...DEFAULT_SETTINGS,
      language: 'en',
    });
  });

  it('drops bad host names and doubles, and keeps the others in order', () => {
    const stored = { pausedSites: ['b.example', 5, 'A.example', '', 'b.example', 'not a host', null] };
    expect(checkSettings(stored).pausedSites).toEqual(['b.example', 'a.example']);
  });

  it('bounds the list of paused sites', () => {
    const pausedSites = Array.from({ length: MAX_PAUSED_SITES + 1 }, (_, i) => `s${i}.example`);
    expect(checkSettings({ pausedSites }).pausedSites).toHaveLength(MAX_PAUSED_SITES);
    expect(checkSettings({ pausedSites: pausedSites.slice(1) }).pausedSites).toHaveLength(MAX_PAUSED_SITES);
  });

  it('drops fields it does not know', () => {
    expect(checkSettings({ ...DEFAULT_SETTINGS, colour: 'red' })).toEqual(DEFAULT_SETTINGS);
  });

  it('is not led astray by a __proto__ key', () => {
    expect(checkSettings(JSON.parse('{"__proto__":{"language":"en"}}'))).toEqual(DEFAULT_SETTINGS);
  });
});
