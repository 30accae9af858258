import { execFile } from 'node:child_process';

/**
 * Tells systemd the state of the service where it asks for it (sd_notify(3), `Type=notify`). Node cannot open a Unix datagram
 * socket, so systemd's own program does the telling; where that is missing nothing is sent, and systemd says so.
 */
export const tellSystemd = (state: 'ready' | 'stopping', env = process.env): Promise<void> =>
  new Promise((resolve) => {
    if (!env.NOTIFY_SOCKET) return resolve();
    execFile('systemd-notify', [`--${state}`, `--pid=${process.pid}`], { env, timeout: 5000 }, () => resolve());
  });
