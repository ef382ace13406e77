import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../lib/ui/i18n';
import { actionsLine, actionWords, codeWords, sourceTypeWords } from '../../../lib/ui/model/c2pa-words';
import {
  CREDENTIAL_STATES,
  canCheckAgain,
  credentialState,
  isAlarm,
} from '../../../lib/ui/model/credential-state';
import { pictureData } from '../../../lib/ui/model/picture-data';
import { capture, changed, checkOf, composite, parentChain } from '../../support/ui-harness/graphs';

const zh = wordsIn('zh-CN');
const en = wordsIn('en');

describe('words of C2PA', () => {
  it('are people’s words where we know the code, and the code itself where not', () => {
    expect(actionWords('c2pa.created', zh)).toBe('创建');
    expect(actionWords('c2pa.color_adjustments', en)).toBe('Colours were adjusted');
    expect(actionWords('vendor.example.polished', zh)).toBe('vendor.example.polished');
    expect(actionWords('__proto__', zh)).toBe('__proto__');
    expect(codeWords('claimSignature.mismatch', en)).toBe('The signature does not match the claim');
    expect(codeWords('vendor.example.odd', en)).toBeUndefined();
  });

  it('read a source type as URI, QCode and bare code', () => {
    const words = 'created with generative AI';
    for (const spelling of [
      'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
      'digsrctype:trainedAlgorithmicMedia',
      ' trainedAlgorithmicMedia ',
    ]) {
      expect(sourceTypeWords(spelling, en)).toBe(words);
    }
    expect(sourceTypeWords('https://vendor.example/type/odd', en)).toBe('https://vendor.example/type/odd');
  });

  it('name the actions of a step in one line, each once', () => {
    const actions = composite.nodes[0]!.actions;
    expect(actionsLine(actions.slice(0, 2), zh)).toBe('打开已有文件、置入素材');
    expect(actionsLine([...actions, ...actions], en)).toMatch(/^An existing file was opened.*…$/);
    expect(actionsLine(parentChain.nodes[1]!.actions.slice(0, 1), en)).toBe(
      'Created (created with generative AI)',
    );
  });
});

describe('credentialState', () => {
  it('says what is wrong with the bytes before what is known of the signer', () => {
    expect(credentialState(checkOf(capture))).toBe('listed');
    expect(credentialState(checkOf(composite))).toBe('interim');
    expect(credentialState(checkOf(changed))).toBe('content-changed');
    expect(credentialState({ kind: 'checking' })).toBe('checking');
  });

  it('alarms for two states only', () => {
    expect(CREDENTIAL_STATES.filter(isAlarm)).toEqual(['content-changed', 'signature-broken']);
  });

  it('offers another check only where one may say more', () => {
    expect(canCheckAgain({ kind: 'unchecked', why: 'too-large' })).toBe(true);
    expect(canCheckAgain({ kind: 'unchecked', why: 'unsupported' })).toBe(false);
    expect(canCheckAgain(checkOf(capture))).toBe(false);
  });
});

describe('pictureData', () => {
  it('takes raster pictures as data only', () => {
    expect(pictureData('data:image/png;base64,iVBORw0KGgo=')).toBe('data:image/png;base64,iVBORw0KGgo=');
    expect(pictureData('data:image/svg+xml;base64,PHN2Zz4=')).toBeUndefined();
    expect(pictureData('https://tracker.example/p.png')).toBeUndefined();
    expect(pictureData(undefined)).toBeUndefined();
  });
});
