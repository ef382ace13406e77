import type { ChannelId, Submission } from '../../../lib/reports/submission';
import type { RecipientChannel } from '../../../lib/rules/recipient-row';

/** A UUID that is the same for the same number. */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** A confirmed report number `number` on a picture of its own. */
export function sampleSubmission(
  channel: RecipientChannel,
  number = 1,
  more: Partial<Submission> = {},
): Submission {
  return {
    id: idOf(number),
    item: {
      kind: 'image',
      mediaUrl: `https://cdn.example/${number}.jpg`,
      pageUrl: `https://news.example/story-${number}`,
      pageTitle: `Story ${number}`,
      badge: 'possible',
    },
    categoryId: 'label-missing',
    recipient: {
      id: 'example',
      name: { 'zh-CN': '示例平台', en: 'Example platform' },
      kind: 'platform',
      purpose: 'abuse',
      channel,
      source: 'test',
      checkedAt: '2026-11-21',
      confidence: 'user',
    },
    channel: channel.kind as ChannelId,
    text: `Report ${number}`,
    report: JSON.stringify({ format: 'bianshi-report', number }),
    confirmedAt: '2026-11-21T12:00:00+08:00',
    profile: 'cn',
    ...more,
  };
}
