import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import init, { WasmBuilder } from '@contentauth/c2pa-wasm';
import { SIGNATURE_BYTES, signClaim } from './cose';
import type { Writer } from './writer';

const require = createRequire(import.meta.url);
const IPTC = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/** One action of a manifest (C2PA 2.2 §18.15); `source` is a code of the IPTC list. */
export type Action = {
  readonly action: string;
  readonly source?: string;
  readonly agent?: string;
  readonly description?: string;
};

export type Credential = {
  readonly format: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/epub+zip';
  readonly title: string;
  readonly actions: readonly Action[];
  /** The file the content was made from, with its own credential; `c2pa.opened` is added for it. */
  readonly parent?: () => Promise<Buffer>;
  /** A file that was placed into the content; `c2pa.placed` is added for it. Not together with `parent`. */
  readonly component?: () => Promise<Buffer>;
};

/** Signs a C2PA credential into the file with the c2pa-rs builder and the project's TEST certificate. */
export function c2pa(credential: Credential): Writer {
  return {
    name: `@contentauth/c2pa-wasm ${require('@contentauth/c2pa-wasm/package.json').version} (TEST certificate)`,
    write: async (file) => {
      await ready();
      const builder = WasmBuilder.fromJson(JSON.stringify(definition(credential)));
      if (credential.parent) await addParent(builder, credential, await credential.parent());
      if (credential.component) await addComponent(builder, credential, await credential.component());
      const signer = {
        alg: 'es256',
        reserveSize: SIGNATURE_BYTES,
        sign: async (claim: Uint8Array) => signed(claim),
      };
      return Buffer.from(await builder.sign(signer, [], credential.format, new MemoryBlob(file)));
    },
  };
}

function definition({ title, format, actions, parent, component }: Credential): object {
  const stated = actions.map(({ action, source, agent, description }) => ({
    action,
    ...(source ? { digitalSourceType: IPTC + source } : {}),
    ...(agent ? { softwareAgent: { name: agent, version: '1.0' } } : {}),
    ...(description ? { description } : {}),
  }));
  const list = component ? [...stated, PLACED] : stated;
  const assertions = [{ label: 'c2pa.actions.v2', data: { actions: list } }];
  const generator = [{ name: 'Bianshi specimen maker', version: '1.0' }];
  return { claim_generator_info: generator, title, format, ...(parent ? {} : { assertions }) };
}

/** By this id the action names its ingredient; the builder turns it into a reference. */
const COMPONENT_ID = 'placed-component';
const PLACED = { action: 'c2pa.placed', parameters: { ingredientIds: [COMPONENT_ID] } };

async function addComponent(builder: WasmBuilder, { format }: Credential, file: Buffer): Promise<void> {
  const ingredient = { title: 'element.jpg', format, relationship: 'componentOf', instance_id: COMPONENT_ID };
  await builder.addIngredientFromBlob(JSON.stringify(ingredient), format, new MemoryBlob(file));
}

/** With the intent `edit` the builder writes `c2pa.opened` for the parent itself; the other actions follow it. */
async function addParent(builder: WasmBuilder, credential: Credential, parent: Buffer): Promise<void> {
  builder.setIntent('edit');
  const ingredient = JSON.stringify({
    title: 'source.jpg',
    format: credential.format,
    relationship: 'parentOf',
  });
  await builder.addIngredientFromBlob(ingredient, credential.format, new MemoryBlob(parent));
  for (const { action, source, agent, description } of credential.actions) {
    builder.addAction({
      action,
      ...(source ? { digitalSourceType: IPTC + source } : {}),
      ...(agent ? { softwareAgent: { name: agent, version: '1.0' } } : {}),
      ...(description ? { description } : {}),
    });
  }
}

function signed(claim: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(signClaim(claim));
}

/** The builder reads blobs through `FileReaderSync`, which Node lacks: this blob keeps its bytes at hand. */
class MemoryBlob extends Blob {
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array) {
    const own = new Uint8Array(bytes);
    super([own]);
    this.#bytes = own;
  }

  override slice(start = 0, end = this.size): Blob {
    return new MemoryBlob(this.#bytes.subarray(start, end));
  }

  get content(): ArrayBuffer {
    return this.#bytes.slice().buffer;
  }
}

let started: Promise<unknown> | undefined;

function ready(): Promise<unknown> {
  Object.assign(globalThis, {
    FileReaderSync: class {
      readAsArrayBuffer(blob: MemoryBlob): ArrayBuffer {
        return blob.content;
      }
    },
  });
  started ??= init({ module_or_path: readFileSync(require.resolve('@contentauth/c2pa-wasm/c2pa.wasm')) });
  return started;
}
