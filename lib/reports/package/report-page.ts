import type { Language } from '../../rules/localized';
import { htmlText } from '../escape';
import type { ReportSection } from '../report-text';
import { reportWords } from '../report-words';

/** No script, no request: only the page's own style and the picture inside it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const STYLE = [
  'body{max-width:46em;margin:2em auto;padding:0 1em;font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;color:#111;background:#fff}',
  'h1{font-size:1.5em}h2{font-size:1.1em;margin:1.6em 0 .4em;border-bottom:1px solid #999}',
  'dl{margin:0}dt{font-weight:600;margin-top:.4em}dd{margin:0;overflow-wrap:anywhere}p,pre{margin:.4em 0;overflow-wrap:anywhere;white-space:pre-wrap;font:inherit}',
  'img{max-width:100%;border:1px solid #999}@media print{body{margin:0;max-width:none}h2,dt{break-after:avoid}}',
].join('');

/** What a printable report is made from. */
export type ReportPageInput = {
  readonly sections: readonly ReportSection[];
  readonly language: Language;
  /** The whole text, where it was changed by hand: then it alone is the report. */
  readonly editedText?: string | undefined;
  /** `data:` URL of the screenshot, PNG, in base64. */
  readonly screenshot?: string | undefined;
};

/** Only what `capturePng` makes: nothing else of a URL may stand in an attribute. */
const PNG_DATA = /^data:image\/png;base64,[A-Za-z0-9+/=]+$/;

/**
 * The report as a page of its own, to be read, printed or saved as PDF. Everything is escaped; the page's policy
 * forbids scripts and requests, so that nothing from a file can run wherever it is opened.
 */
export function reportPage({ sections, language, editedText, screenshot }: ReportPageInput): string {
  const words = reportWords(language);
  const title = htmlText(words('reportText.title'));
  const body = editedText === undefined ? sections.map(sectionHtml).join('') : textHtml(editedText);
  const picture =
    screenshot !== undefined && PNG_DATA.test(screenshot)
      ? `<h2>${htmlText(words('reportText.screenshot'))}</h2><img alt="" src="${screenshot}">`
      : '';
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<title>${title}</title><style>${STYLE}</style></head>`,
    `<body><h1>${title}</h1>${body}${picture}</body></html>\n`,
  ].join('');
}

function textHtml(text: string): string {
  return `<pre>${htmlText(text)}</pre>`;
}

function sectionHtml({ title, lines }: ReportSection): string {
  const head = title === undefined ? '' : `<h2>${htmlText(title)}</h2>`;
  const rows = lines.map(({ name, value }) =>
    name === undefined
      ? `<p>${htmlText(value)}</p>`
      : `<dl><dt>${htmlText(name)}</dt><dd>${htmlText(value)}</dd></dl>`,
  );
  return `<section>${head}${rows.join('')}</section>`;
}
