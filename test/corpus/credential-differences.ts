/** Files of which we say something else than the results recorded with the corpus (c2pa-wasm 0.11.0), and why. */
export const OTHER_THAN_RECORDED: ReadonlyMap<string, string> = new Map([
  [
    'c2pa-signed/sidecar.c2pa',
    'a store without its file: the recorded mismatch of the content says only that the content was not there',
  ],
  ['c2pa/dashinit.mp4', 'the first segment of a stream: its content is in other files, nothing was compared'],
  [
    'c2pa/legacy.mp4',
    'version 0.11.0 could not verify this signature of an old draft, version 0.13.3 can and finds it good',
  ],
  ['hostile/empty.png', 'no container: there is no media type by which the library could be asked'],
  ['hostile/text-named-png.png', 'a text without a store: the library is not asked'],
  [
    'c2pa/monotype_sans.ttf',
    'the library reads no fonts: the store is taken out and checked alone, the content is not compared',
  ],
]);

/** Files of which we say something else than the state of c2pa-wasm 0.13.3 itself under the same lists, and why. */
export const OTHER_THAN_LIBRARY: ReadonlyMap<string, string> = new Map([
  ['c2pa-signed/sidecar.c2pa', 'Invalid, since the content is not there: intact as far as it goes, unbound'],
  [
    'c2pa/monotype_sans.ttf',
    'throws, since it reads no fonts: the store taken out is intact as far as it goes, unbound',
  ],
  ['c2pa/dashinit.mp4', 'Invalid, since the content is in other files: intact as far as it goes, unbound'],
  [
    'c2pa/cawg-signer_payload_mismatch.jpg',
    'Invalid, since a named identity does not hold: that identity is shown as invalid, the content is intact',
  ],
  [
    'c2pa/truepic-20230212-camera.jpg',
    'Invalid by a rule about where the store may lie, which is younger than the file: nothing was compared, unbound',
  ],
  [
    'provider/chatgpt-gpt4o-expired.png',
    'Invalid, since the certificate ended and no listed time stamp is there: expired, which is no sign of tampering',
  ],
]);
