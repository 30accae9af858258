import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';

type Begin = ElectronHttpExecutor['createRequest'];

/** electron-updater's requests, which can be ended: it only stops listening to one that is cancelled, and the rest still comes. */
export class StoppableExecutor extends ElectronHttpExecutor {
  /** One file is fetched at a time, and redirects begin anew. */
  #latest: ReturnType<Begin> | undefined;

  override createRequest(...given: Parameters<Begin>): ReturnType<Begin> {
    this.#latest = this.begin(...given);
    return this.#latest;
  }

  /** By Electron's own network, with the system's proxy and certificates. */
  protected begin(...given: Parameters<Begin>): ReturnType<Begin> {
    return super.createRequest(...given);
  }

  stop(): void {
    this.#latest?.abort(); // nothing where it has ended
  }
}
