import { describe, expect, it } from 'vitest';
import type { ChannelInput } from '../../../lib/reports/channels/channel-plan';
import { filledFields } from '../../../lib/reports/channels/form-fields';
import { MAX_MAILTO_CHARS } from '../../../lib/reports/channels/mail';
import { channelOf, MANUAL_CHANNELS, manualChannel } from '../../../lib/reports/channels/manual-channels';
import type { ReportDraft } from '../../../lib/reports/draft';
import { csvCell, headerText, htmlText } from '../../../lib/reports/escape';
import { FORM_VALUES, type RecipientChannel } from '../../../lib/rules/recipient-row';
import { SAMPLE_RECIPIENT } from '../../support/reports/sample-report';

function input(channel: RecipientChannel, change: Partial<ChannelInput> = {}): ChannelInput {
  const recipient = { ...SAMPLE_RECIPIENT, channel };
  return { recipient, text: '第一行\n第二行', subject: '举报', language: 'zh-CN', ...change };
}

const plan = (channel: RecipientChannel, change: Partial<ChannelInput> = {}) =>
  manualChannel(channelOf(channel))?.plan(input(channel, change));
const mailTo = (address: string): RecipientChannel => ({ kind: 'mail', address });

describe('form', () => {
  it('opens https only, or this machine itself, with the text on the clipboard', () => {
    expect(plan({ kind: 'form', url: 'https://www.12377.cn/' })).toEqual({
      clipboard: '第一行\n第二行',
      url: 'https://www.12377.cn/',
    });
    expect(plan({ kind: 'form', url: 'http://127.0.0.1:8787/form' })?.url).toBe('http://127.0.0.1:8787/form');
    for (const url of [
      'http://a.example/',
      'http://localhost.example/',
      'https://me:pw@a.example/',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'nonsense',
    ])
      expect(plan({ kind: 'form', url })).toBeUndefined();
  });
});

describe('filledFields', () => {
  const recipient = {
    ...SAMPLE_RECIPIENT,
    channel: {
      kind: 'form',
      url: 'https://desk.example/form',
      fields: FORM_VALUES.map((value) => ({ selector: `#${value}`, value })),
    },
  } as const;

  it('fills what is described, and leaves out what the report leaves out', () => {
    const draft: ReportDraft = {
      program: 'Bianshi 0.1.0',
      category: {
        id: 'fraud',
        name: { 'zh-CN': '诈骗', en: 'Fraud' },
        meaning: { 'zh-CN': '', en: '' },
        rests: [],
      },
      description: '',
      page: { url: 'https://news.example/', title: '' },
      reporter: { email: 'zhang@mail.example' },
    };
    expect(filledFields(recipient, draft, '全文', '诈骗')).toEqual([
      { selector: '#text', value: '全文' },
      { selector: '#subject', value: '诈骗' },
      { selector: '#page', value: 'https://news.example/' },
      { selector: '#email', value: 'zhang@mail.example' },
    ]);
    expect(filledFields(SAMPLE_RECIPIENT, draft, '全文', '诈骗')).toEqual([]);
  });
});

describe('mail', () => {
  it('writes a short report whole, lines ended as mails end them', () => {
    expect(plan(mailTo('jubao@12377.cn'))).toEqual({
      url: 'mailto:jubao@12377.cn?subject=%E4%B8%BE%E6%8A%A5&body=%E7%AC%AC%E4%B8%80%E8%A1%8C%0D%0A%E7%AC%AC%E4%BA%8C%E8%A1%8C',
    });
  });

  it('writes the beginning of a long one and leaves the rest to the clipboard', () => {
    const text = '举报😀'.repeat(1000);
    const long = plan(mailTo('jubao@12377.cn'), { text });
    expect(long?.url?.length).toBeLessThanOrEqual(MAX_MAILTO_CHARS);
    expect(long?.url?.length).toBeGreaterThan(MAX_MAILTO_CHARS - 40);
    expect(decodeURIComponent(long?.url ?? '')).toContain('全文已复制到剪贴板');
    expect([long?.clipboard, long?.warning]).toEqual([text, 'shortened']);
  });

  it('takes a text at the limit whole and shortens one past it', () => {
    const head = plan(mailTo('a@b.cn'), { text: '', subject: 's' })?.url ?? '';
    const room = MAX_MAILTO_CHARS - head.length;
    expect(plan(mailTo('a@b.cn'), { text: 'x'.repeat(room), subject: 's' })?.warning).toBeUndefined();
    expect(plan(mailTo('a@b.cn'), { text: 'x'.repeat(room + 1), subject: 's' })?.warning).toBe('shortened');
  });

  it.each([
    'a@b.example?bcc=spy@evil.example',
    'a@b.example,spy@evil.example',
    'a@b.example\r\nBcc: spy@evil.example',
    'a@b.example&cc=spy@evil.example',
    'a b@c.example',
    'a@b',
    '',
  ])('does not write to %s', (address) => {
    expect(plan(mailTo(address))).toBeUndefined();
  });

  it('lets no subject or text begin a header of its own', () => {
    const url = plan(mailTo('a@b.example'), {
      subject: 'x\r\nBcc: spy@evil.example&bcc=spy',
      text: '&cc=spy@evil.example#\ud800',
    })?.url;
    const query = new URLSearchParams((url ?? '').split('?')[1]);
    expect([...query.keys()]).toEqual(['subject', 'body']);
    expect(query.get('subject')).toBe('x Bcc: spy@evil.example&bcc=spy');
    expect(query.get('body')).toBe('&cc=spy@evil.example#\ufffd');
  });
});

describe('other ways out', () => {
  it('copy, save and show the page', () => {
    expect(plan({ kind: 'in-page', menu: { 'zh-CN': '投诉', en: 'Report' } })).toEqual({
      clipboard: '第一行\n第二行',
      reveal: true,
    });
    expect(plan({ kind: 'phone', number: '12377' })).toEqual({ clipboard: '第一行\n第二行' });
    expect(manualChannel('save')?.plan(input(mailTo('a@b.cn')))).toEqual({});
  });

  it('leave deliveries to the outbox', () => {
    expect(manualChannel('api')).toBeUndefined();
    expect(manualChannel('atproto')).toBeUndefined();
    expect(MANUAL_CHANNELS.map(({ id }) => id)).toEqual(['form', 'mail', 'in-page', 'copy', 'save']);
  });
});

describe('escaping', () => {
  it('leaves no markup in HTML', () => {
    expect(htmlText(`<a href="x" title='y'>&`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1'])(
    'lets no spreadsheet run %j',
    (value) => {
      expect(csvCell(value)).toBe(`"'${value}"`);
    },
  );

  it('quotes cells', () => {
    expect(csvCell('a "b", c\nd')).toBe('"a ""b"", c\nd"');
  });

  it('keeps a header on one line', () => {
    expect(headerText('a\r\nBcc: b\u2028c')).toBe('a Bcc: b c');
    expect(headerText('x'.repeat(100))).toHaveLength(78);
  });
});
