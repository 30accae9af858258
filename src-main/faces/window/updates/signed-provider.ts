import type { AppUpdater, ResolvedUpdateFileInfo, UpdateInfo } from 'electron-updater';
import {
  Provider,
  type ProviderRuntimeOptions,
  parseUpdateInfo,
  resolveFiles,
} from 'electron-updater/out/providers/Provider.js';
import { z } from 'zod';
import type { Feed } from './feed-address.ts';
import { type Fetch, readWithin } from './read-within.ts';
import { isSigned } from './signature.ts';
import { troubleOf, UpdateFailure } from './trouble.ts';

/** Bytes; a feed has about a kilobyte and its notes. */
const mostOfFeed = 64 * 1024;
const mostOfSignature = 1024;

/** What is used of a feed: files beside it, each with its checksum. Anything else (rollouts, web installers) is ignored. */
const announced = z.object({
  version: z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/),
  files: z
    .array(
      z.object({
        url: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,200}$/),
        sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
        size: z.int().min(1).optional(),
        isAdminRightsRequired: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(20),
  releaseDate: z.iso.datetime().optional(),
  releaseNotes: z.string().max(40_000).nullish(),
});

/** What electron-updater passes to its provider. */
export interface SignedFeed {
  readonly feed: Feed;
  readonly fetch: Fetch;
}

/**
 * Gives electron-updater a feed only after checking its signature: the bytes that are parsed are those that were checked.
 * The random number that electron-updater would send for rollouts is not sent.
 */
export class SignedProvider extends Provider<UpdateInfo> {
  readonly #source: SignedFeed;
  // called by electron-updater
  constructor(source: SignedFeed, _updater: AppUpdater, runtimeOptions: ProviderRuntimeOptions) {
    super(runtimeOptions);
    this.#source = source;
  }

  /** @throws what `troubleOf` reads */
  override async getLatestVersion(): Promise<UpdateInfo> {
    const { feed, fetch } = this.#source;
    const name = `${this.getDefaultChannelName()}.yml`;
    const bytes = await readWithin(fetch, `${feed.address}${name}`, mostOfFeed);
    const signature = await readWithin(fetch, `${feed.address}${name}.sig`, mostOfSignature).catch((error: unknown) => {
      throw troubleOf(error).code === 'not-found' ? new UpdateFailure('unsigned', '404') : error;
    });
    if (!isSigned(bytes, signature.toString('latin1'), feed.publicKey)) throw new UpdateFailure('unsigned');
    return readFeed(bytes, name);
  }

  override resolveFiles(info: UpdateInfo): ResolvedUpdateFileInfo[] {
    return resolveFiles(info, new URL(this.#source.feed.address));
  }
}

/** @throws UpdateFailure for anything that is no release's feed */
function readFeed(bytes: Buffer, name: string): UpdateInfo {
  try {
    const read = announced.parse(parseUpdateInfo(bytes.toString('utf8'), name, new URL('about:blank')));
    const { version, files, releaseDate = '', releaseNotes = null } = read;
    const [first] = files;
    return {
      ...{ version, releaseDate, releaseNotes, files: files as UpdateInfo['files'] },
      // electron-updater's type still requires what feeds had before 2018
      ...{ path: first?.url ?? '', sha512: first?.sha512 ?? '' },
    };
  } catch (error) {
    throw new UpdateFailure('unreadable', error instanceof z.ZodError ? z.prettifyError(error).slice(0, 200) : '');
  }
}
