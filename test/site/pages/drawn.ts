import { readFileSync } from 'node:fs';
import { OWN_MEDIA_FOLDER, ownFile } from '../../support/corpus/own-media';
import { Html, html } from '../html';
import { mediaUrl, type SpecimenPage } from '../page';

/** Says something, and nothing about AI. */
const OTHER_METADATA =
  '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about=""><dc:format>image/svg+xml</dc:format></rdf:Description></rdf:RDF></metadata>';

export const drawn: SpecimenPage = {
  id: 'drawn',
  group: 'ways',
  title: { zh: '页面里的 SVG 与 <canvas>', en: 'SVG in the page, and <canvas>' },
  about: {
    zh: '直接写在页面里、带 <metadata> 的 SVG（由 HTML 解析，或由脚本插入）。<canvas> 上画了什么，没有来源可查。',
    en: 'SVG with <metadata> in the page’s own markup (parsed as HTML, or put in by a script). Of what is drawn on a <canvas> no source is known.',
  },
  expect: {
    zh: '带标识的 SVG 有标签，看起来一样的没有，<canvas> 没有。',
    en: 'The labelled drawings have a label, their look-alikes and the canvas none.',
  },
  scripts: ['drawn.js'],
  render: (page) => {
    const drawing = ownFile('players/drawing-labelled.svg');
    const plainDrawing = ownFile('players/drawing-plain.svg');
    const labelled = ownFile('gb/label-2-xmp.jpg');
    const inline = (id: string, entry: typeof drawing, change = (text: string) => text) => {
      page.expect(`#${id}`, entry);
      const text = readFileSync(`${OWN_MEDIA_FOLDER}${entry.file}`, 'utf8');
      return figure(id, new Html(change(text).replace('<svg ', `<svg id="${id}" style="max-width: 100%" `)));
    };
    page.expect('#injected', drawing);
    page.expect('#canvas', labelled, { badge: null });
    return html`<div class="grid">
      ${inline('inline', drawing)}
      ${inline('inline-plain', plainDrawing, (text) => text.replace('<title>', `${OTHER_METADATA}<title>`))}
      ${figure('injected', html`<div id="injected-here" data-src="${mediaUrl(drawing)}?injected"></div>`)}
      ${figure('canvas', html`<canvas id="canvas" width="300" height="200" data-draw="${mediaUrl(labelled)}?canvas"><img src="${mediaUrl(labelled)}?canvas" alt=""></canvas>`)}</div>`;
  },
};

function figure(id: string, content: Html): Html {
  return html`<figure>${content}<figcaption><b>${id}</b></figcaption></figure>`;
}
