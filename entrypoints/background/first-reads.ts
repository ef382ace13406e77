import { HEAD_BYTES, READ_AHEAD_BYTES } from '../../lib/bytes/limits';
import type { Inspection } from '../../lib/inspect/inspection';
import type { MediumKind } from '../../lib/messages/page-items';
import { PART_OVERHEAD_BYTES } from '../../lib/net/head-and-tail';
import type { TailWish } from '../../lib/net/tailed-source';

/** Most of a file that a first request asks for; never more of an unlabelled picture, as a rule. */
const FIRST_BYTES = 64 * 1024;

/** What walkers look at of a file's end in one read. */
const TAIL_BYTES = READ_AHEAD_BYTES;

/** Hosts whose ways are remembered; the oldest are learned anew. */
const HOSTS_KEPT = 200;

/** What is asked for first of a file. */
export type FirstRead = {
  readonly headBytes: number;
  readonly tail?: TailWish;
  /** Call it when the file is read, or was not to be had. */
  done(inspection?: Inspection): void;
};

/** What was learned of a host. `served`: whether it gives two ranges in one answer. `asked`: that is just being found out. */
type Host = { wantsTail: boolean; served?: boolean; asked: boolean };

/**
 * How much of a file is asked for first, so that one request is enough for most. Whatever its name says a file is read as what
 * it is; but a JPEG's metadata stands at its head, that of a PNG at either end (editors write it behind the pixels), and nearly all others
 * of the web are walked to their end from their first 64 KB.
 *
 * Two ranges in one request are asked for only where the end is wanted: of files named `.png`, and of hosts whose PNG pictures
 * took a second read. A browser does not keep such answers, and many object stores answer with the whole file: such a host is
 * not asked for two again.
 */
export function firstReads(): (target: URL, kind: MediumKind) => FirstRead {
  const hosts = new Map<string, Host>();
  return (target, kind) => {
    const host = hostOf(hosts, target.host);
    if (kind === 'image' && wantsTail(target, host)) return bothEnds(host);
    return {
      headBytes: isJpeg(target) ? HEAD_BYTES : FIRST_BYTES,
      done(inspection) {
        if (inspection?.container === 'png' && inspection.read.reads > 1) host.wantsTail = true;
      },
    };
  };
}

function hostOf(hosts: Map<string, Host>, name: string): Host {
  const host = hosts.get(name) ?? { wantsTail: false, asked: false };
  hosts.delete(name);
  hosts.set(name, host);
  for (const oldest of hosts.keys()) {
    if (hosts.size <= HOSTS_KEPT) break;
    hosts.delete(oldest);
  }
  return host;
}

/** One file at a time finds out whether a host serves both. */
function wantsTail(target: URL, { wantsTail: learned, served, asked }: Host): boolean {
  if (!target.protocol.startsWith('http') || served === false || (served === undefined && asked))
    return false;
  return /\.png$/i.test(target.pathname) || (learned && !isJpeg(target));
}

function bothEnds(host: Host): FirstRead {
  host.asked = true;
  return {
    headBytes: FIRST_BYTES - TAIL_BYTES - PART_OVERHEAD_BYTES,
    tail: {
      bytes: TAIL_BYTES,
      served: (both) => {
        host.served = both;
      },
    },
    done: () => {
      host.asked = false;
    },
  };
}

const isJpeg = ({ pathname }: URL): boolean => /\.jpe?g$/i.test(pathname);
