import cn from '../../../assets/rules/jurisdictions/cn.json';
import { startPage } from '../../../lib/page/page-session';
import { pageWord } from '../../../lib/page/page-words';
import type { Jurisdiction } from '../../../lib/rules/jurisdiction';
import type { Language } from '../../../lib/rules/localized';
import type { Corner } from '../../../lib/settings/settings';
import { fakeInspect } from './fake-inspect';
import { fillScene } from './scenes';

/** Shows one scene, `?scene=…&language=…&corner=…`, labelled by the real page code over made-up answers. */
const query = new URLSearchParams(location.search);
const language = (query.get('language') ?? 'zh-CN') as Language;

fillScene(document, query.get('scene') ?? 'states');
if (query.has('bare')) document.body.setAttribute('data-labelled', '0');
else start();

function start(): void {
  startPage(
    {
      window,
      idPrefix: 'harness',
      inspect: ({ url }) => fakeInspect(url),
      takeBack: () => false,
      verify: async ({ inspection }) => inspection,
      pageReader: async () => undefined,
      gatherers: [],
      shadowRootOf: (element) => element.shadowRoot,
      onChange: ({ counts }) => document.body.setAttribute('data-labelled', String(counts.labelled)),
      onActivate: (itemId) => document.body.setAttribute('data-activated', itemId),
      now: () => new Date().toISOString(),
      signal: new AbortController().signal,
    },
    {
      jurisdiction: cn as Jurisdiction,
      language,
      corner: (query.get('corner') ?? 'top-left') as Corner,
      hint: pageWord('label.hint', language),
    },
  );
}
