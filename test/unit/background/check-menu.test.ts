import { describe, expect, it } from 'vitest';
import { inspectPath, ofTab } from '../../../entrypoints/background/check-menu';

const clicked = { menuItemId: 'check-provenance', pageUrl: 'https://a.example/?q=1' };

describe('the context menu', () => {
  it('leads to the medium before the link around it, on behalf of its page', () => {
    const both = { ...clicked, srcUrl: 'https://cdn.example/1.jpg', linkUrl: 'https://a.example/2' };
    expect(inspectPath(both)).toBe(
      'inspect.html?url=https%3A%2F%2Fcdn.example%2F1.jpg&page=https%3A%2F%2Fa.example%2F%3Fq%3D1',
    );
  });

  it('leads to a link, else to the page itself', () => {
    expect(inspectPath({ ...clicked, linkUrl: 'https://b.example/2.png' })).toContain(
      'url=https%3A%2F%2Fb.example%2F2.png&',
    );
    expect(inspectPath(clicked)).toContain('url=https%3A%2F%2Fa.example%2F%3Fq%3D1&');
  });

  it('leads to the document that the browser shows, where the click names its viewer', () => {
    const viewer = { menuItemId: 'check-provenance', pageUrl: 'resource://pdf.js/web/viewer.html' };
    expect(inspectPath(ofTab(viewer, 'https://a.example/b.pdf'))).toContain(
      'url=https%3A%2F%2Fa.example%2Fb.pdf',
    );
    const framed = { ...clicked, frameUrl: 'https://b.example/c.pdf' };
    expect(inspectPath(ofTab(framed, clicked.pageUrl))).toContain('url=https%3A%2F%2Fb.example%2Fc.pdf');
    expect(ofTab({ ...clicked, frameUrl: 'https://b.example/ad' }, undefined).pageUrl).toBe(clicked.pageUrl);
  });

  it('leads to the bytes of a picture that only its page holds, however long its address', () => {
    const long = `data:image/png;base64,${'A'.repeat(40_000)}`;
    for (const srcUrl of ['blob:https://a.example/1', long])
      expect(inspectPath({ ...clicked, srcUrl }, 'id-1')).toBe(
        'inspect.html?kept=id-1&page=https%3A%2F%2Fa.example%2F%3Fq%3D1',
      );
  });

  it('leads nowhere for other entries and for addresses that are a picture themselves', () => {
    expect(inspectPath({ ...clicked, menuItemId: 'other' })).toBeUndefined();
    expect(
      inspectPath({ ...clicked, srcUrl: `data:image/png;base64,${'A'.repeat(40_000)}` }),
    ).toBeUndefined();
  });
});
