import { execFile } from 'node:child_process';

/**
 * Tells systemd how the service is, where it asked to be told (sd_notify(3), `Type=notify`). Node opens no datagram socket
 * of the file system, so systemd's own program speaks for it; where that is missing nobody is told, and systemd says so.
 */
export const tellSystemd = (state: 'ready' | 'stopping', env = process.env): Promise<void> =>
  new Promise((resolve) => {
    if (!env.NOTIFY_SOCKET) return resolve();
    execFile('systemd-notify', [`--${state}`, `--pid=${process.pid}`], { env, timeout: 5000 }, () => resolve());
  });
