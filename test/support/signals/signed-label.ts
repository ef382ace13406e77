import { sm2 } from 'sm-crypto-v2';

/** OID of SM3 with SM2 (GM/T 0006-2012). */
const SM3_WITH_SM2 = '1.2.156.10197.1.501';

/** A key of ours for tests, of no worth to anyone. */
const PRIVATE = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';

const PRODUCER = '001191110102MACQD9K64010000';

/** A Markdown text whose label is signed as TC260-PG-202511A describes, with the key beside the signature. */
export function signedLabel(produceId = 'p-1'): string {
  const signed = `"Label":"1","ContentProducer":"${PRODUCER}","ProduceID":"${produceId}"`;
  const common = { AlgID: SM3_WITH_SM2 };
  const signature = sm2.doSignature(signed, PRIVATE, { der: true, hash: true });
  const entries = [
    { Type: 'DS', ...common, TBSData: { Type: 'Md' }, Signature: signature },
    { Type: 'PubKey', ...common, KeyValue: sm2.getPublicKeyFromPrivateKey(PRIVATE) },
  ];
  const security = JSON.stringify({ SecurityData: { Type: 'TC260PG', Version: 1, PubSD: entries } });
  const fields = { Label: '1', ContentProducer: PRODUCER, ProduceID: produceId, ReservedCode1: security };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name}: '${value}'`);
  return ['---', 'AIGC:', ...lines, '---', ''].join('\n');
}
