import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';

type Begin = ElectronHttpExecutor['createRequest'];

/** Makes electron-updater's requests stoppable: on cancelling it only stops listening, and the rest still comes. */
export class StoppableExecutor extends ElectronHttpExecutor {
  /** One file is fetched at a time, and a redirect is a new request. */
  #latest: ReturnType<Begin> | undefined;

  override createRequest(...given: Parameters<Begin>): ReturnType<Begin> {
    this.#latest = this.begin(...given);
    return this.#latest;
  }

  /** Through Electron's own network stack, with the system's proxy and certificates. */
  protected begin(...given: Parameters<Begin>): ReturnType<Begin> {
    return super.createRequest(...given);
  }

  stop(): void {
    this.#latest?.abort(); // no effect once it has ended
  }
}
