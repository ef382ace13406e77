import { describe, expect, it } from 'vitest';
import data from '../../../assets/rules/claim-generators.json';
import { knownClaimGenerator } from '../../../lib/ui/model/claim-generator';

describe('claim generators', () => {
  it.each([
    ['OpenAI Media Service API', 'openai'],
    ['ChatGPT c2pa-rs/0.28.4', 'openai-chatgpt'],
    ['Google C2PA Core Generator Library/922065892:922065892', 'google'],
    ['Adobe_Firefly adobe_c2pa/0.12.4 c2pa-rs/0.32.7', 'adobe-firefly'],
    ['Microsoft Responsible AI Image Provenance/1.0', 'microsoft'],
    ['Black Forest Labs API', 'black-forest-labs'],
    ['Galaxy S25 c2pa-rs/0.62.0', 'samsung-galaxy'],
    ['Dreamina/1.2', 'bytedance-dreamina'],
  ])('%s is %s', (text, id) => {
    expect(knownClaimGenerator(text)?.id).toBe(id);
  });

  it.each(['', 'ChatGPTools', 'make_test_images/0.33.1', 'Edited with Adobe_Firefly', '__proto__'])(
    '%j is none of them',
    (text) => {
      expect(knownClaimGenerator(text)).toBeUndefined();
    },
  );

  it.each(data)('$id is found by its own text', ({ id, text }) => {
    expect(knownClaimGenerator(text)?.id).toBe(id);
  });
});
