import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { GatehouseError } from '#contract/errors.ts';
import { importLimits } from '#contract/vocabulary/import.ts';
import { goOn, unsuitable } from '../table.ts';

/** The parts of a workbook by their path. */
export interface Package {
  readonly has: (part: string) => boolean;
  /**
   * Reads a part piece by piece, and counts what comes out.
   * @throws GatehouseError `file-unsuitable`, `cancelled`
   */
  readonly read: (part: string, take: (text: string) => void) => Promise<void>;
  readonly close: () => void;
}

/**
 * A workbook is a zip. The unpacked sizes in its directory are added up before anything is unpacked; yauzl stops a part that
 * unpacks to more than the directory says; and what really comes out is counted too, since parts may overlap.
 * @throws GatehouseError `file-unsuitable`
 */
export async function openPackage(bytes: Buffer, signal?: AbortSignal): Promise<Package> {
  const { zip, parts } = await asBroken(async () => {
    const opened = await fromBufferPromise(bytes, { lazyEntries: true });
    return { zip: opened, parts: await directory(opened) };
  });
  let unpacked = 0;
  return {
    has: (part) => parts.has(key(part)),
    async read(part, take) {
      const entry = parts.get(key(part));
      if (!entry) throw unsuitable('broken');
      const decoder = new TextDecoder('utf-8');
      await asBroken(async () => {
        for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
          goOn(signal);
          unpacked += piece.length;
          if (unpacked > importLimits.expansion) throw unsuitable('too-expanded', { limit: importLimits.expansion });
          take(decoder.decode(piece, { stream: true }));
        }
        take(decoder.decode());
      });
    },
    close: () => zip.close(),
  };
}

/** Programs differ in capitals and in the slash at the beginning. */
const key = (part: string) => part.replace(/^\//, '').toLowerCase();

/** More parts than any workbook has, and few enough to go through. */
const mostParts = 10_000;

async function directory(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const parts = new Map<string, Entry>();
  let size = 0;
  if (zip.entryCount > mostParts) throw unsuitable('broken');
  for await (const entry of zip.eachEntry()) {
    size += entry.uncompressedSize;
    if (size > importLimits.expansion) throw unsuitable('too-expanded', { limit: importLimits.expansion });
    if (entry.isEncrypted()) throw unsuitable('locked');
    parts.set(key(entry.fileName), entry);
  }
  return parts;
}

/** Any fault of the zip itself makes the file count as broken. */
async function asBroken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof GatehouseError ? error : unsuitable('broken');
  }
}
