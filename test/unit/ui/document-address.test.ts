import { describe, expect, it } from 'vitest';
import { isDocumentAddress } from '../../../lib/ui/model/document-address';

describe('addresses of documents', () => {
  it.each([
    'https://a.example/b.pdf',
    'http://a.example/c/B.DOCX?x=1#page=2',
    'https://a.example/README.md',
    'https://a.example/book.epub',
  ])('end in the name of one: %s', (address) => {
    expect(isDocumentAddress(address)).toBe(true);
  });

  it.each([
    'https://a.example/pdf',
    'https://a.example/?file=b.pdf',
    'https://a.example/b.pdf.html',
    'file:///home/b.pdf',
    'chrome-extension://abc/b.pdf',
    '',
  ])('do not: %s', (address) => {
    expect(isDocumentAddress(address)).toBe(false);
  });
});
