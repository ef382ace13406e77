import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { useView } from '../view-context';
import type { FileInspector, FileReading, Given } from './file-inspector';

/** Files kept at the same time; each may hold its bytes in memory. */
export const MAX_FILES = 24;

/** A file a person gave, with what is known of it so far. */
export type GivenFile = {
  readonly id: string;
  readonly given: Given;
  readonly reading: FileReading;
  /** Whether all that can be known by itself is known. */
  readonly done: boolean;
};

export type Files = {
  readonly files: readonly GivenFile[];
  readonly add: (given: readonly Given[]) => void;
  readonly remove: (id: string) => void;
  readonly update: (id: string, change: Partial<GivenFile>) => void;
};

/** The files under inspection, newest first; each is read as soon as it is given. */
export function useFiles(inspector: FileInspector): Files {
  const { services, announce } = useView();
  const [files, setFiles] = useState<readonly GivenFile[]>([]);
  const count = useRef(0);
  const controls = useRef(new Map<string, AbortController>());
  const update = useCallback(
    (id: string, change: Partial<GivenFile>) =>
      setFiles((now) => now.map((file) => (file.id === id ? { ...file, ...change } : file))),
    [],
  );
  const read = ({ id, given }: GivenFile) => {
    const control = new AbortController();
    controls.current.set(id, control);
    const tell = (reading: FileReading) => control.signal.aborted || update(id, { reading });
    void inspector.read(given, tell, control.signal).then(() => update(id, { done: true }));
  };
  const add = (given: readonly Given[]) => {
    const taken = given.slice(0, Math.max(0, MAX_FILES - files.length));
    if (taken.length < given.length) announce('inspect.tooMany', { count: MAX_FILES });
    const begun = taken.map((one): GivenFile => {
      const id = `file-${++count.current}`;
      return { id, given: one, reading: { readAt: services.now() }, done: false };
    });
    setFiles((now) => [...begun, ...now]);
    begun.forEach(read);
  };
  const remove = (id: string) => {
    controls.current.get(id)?.abort();
    const file = files.find((one) => one.id === id);
    if (file !== undefined) inspector.release(file.reading);
    setFiles((now) => now.filter((one) => one.id !== id));
  };
  useEffect(
    () => () => {
      for (const control of controls.current.values()) control.abort();
    },
    [],
  );
  return { files, add, remove, update };
}
