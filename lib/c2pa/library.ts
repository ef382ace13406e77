/** One store as the library read it. Holds memory of the library until `free`. */
export type C2paReading = {
  /** The whole store in the validators' output format (crJSON), active manifest first. */
  crJson(): string;
  json(): string;
  /** Bytes of an assertion by its absolute JUMBF URI; the whole store for the URI of a manifest. */
  resourceToBytes(uri: string): Uint8Array;
  free(): void;
};

/**
 * The part of `@contentauth/c2pa-wasm` that checks need, so that `lib` and its tests do not hang on the module.
 *
 * `read` rejects with the library's own message for whatever it cannot read.
 */
export type C2paLibrary = {
  read(mime: string, bytes: Uint8Array, settingsJson: string): Promise<C2paReading>;
};
