import data from '../../../assets/trust/SOURCES.json';

/** One file of a list, by the name it has in the build and the address it is published at. */
export type ListFile = { readonly name: string; readonly address: string; readonly sha256: string };

/** A list that `assets/trust/SOURCES.json` names; its certificates are not part of the repository. */
export type ListSource = {
  readonly id: 'official' | 'timeStamps' | 'interim';
  readonly title: string;
  readonly covers: string;
  readonly repository: string;
  readonly licence: string;
  readonly attribution: string;
  /** ISO dates. */
  readonly issued: string;
  readonly retrieved: string;
  readonly files: { readonly anchors: ListFile; readonly allowed?: ListFile };
};

export const LIST_SOURCES = data.lists as readonly ListSource[];

/** Every file of every list. */
export function listFiles(sources: readonly ListSource[] = LIST_SOURCES): readonly ListFile[] {
  return sources.flatMap(({ files }) => Object.values(files));
}
