import { describe, expect, it } from 'vitest';
import data from '../../../assets/rules/c2pa-agents.json';
import { fileText } from '../../../lib/bytes/file-text';
import type { C2paAction } from '../../../lib/c2pa/manifest-store';
import { findAiAgent } from '../../../lib/signals/c2pa/ai-agents';

const action = (members: { [name: string]: string }): C2paAction => ({
  action: fileText('c2pa.created'),
  ingredients: [],
  raw: fileText('{}'),
  offset: 0,
  assertion: fileText('c2pa.actions'),
  ...(members as object),
});

describe('c2pa agents', () => {
  it.each(data.agents)('$id is found by its own words, with source and date', (agent) => {
    expect(findAiAgent(action({ [agent.member]: agent.text }))?.id).toBe(agent.id);
    expect(agent.source).toMatch(/^https:\/\//);
    expect(agent.checkedAt).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('has no id twice', () => {
    expect(new Set(data.agents.map(({ id }) => id)).size).toBe(data.agents.length);
  });

  it.each([
    { softwareAgent: 'Adobe Photoshop 26.9.0' },
    { softwareAgent: 'Make Test Images 0.33.1' },
    { softwareAgent: 'GPT-4other' },
    { description: 'AI Generated Image removed by hand' },
    {},
  ])('takes %j for no generative product', (members) => {
    expect(findAiAgent(action(members))).toBeUndefined();
  });
});
