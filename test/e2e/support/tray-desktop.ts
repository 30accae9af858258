import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import path from 'node:path';
import type { ChromiumSetup } from './app.ts';

const padded = (bytes: Buffer, to: number) => Buffer.concat([bytes, Buffer.alloc((to - (bytes.length % to)) % to)]);
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const text = (value: string) => Buffer.concat([u32(Buffer.byteLength(value)), Buffer.from(`${value}\0`)]);
const signature = (value: string) => Buffer.concat([Buffer.from([value.length]), Buffer.from(`${value}\0`)]);

/** A call of the bus itself, as the D-Bus Specification has messages. */
function busCall(serial: number, member: string, bodySignature: string, body: Buffer): Buffer {
  const field = (code: number, type: string, value: Buffer) =>
    padded(Buffer.concat([padded(Buffer.concat([Buffer.from([code]), signature(type)]), 4), value]), 8);
  const fields = Buffer.concat([
    field(1, 'o', text('/org/freedesktop/DBus')),
    field(2, 's', text('org.freedesktop.DBus')),
    field(3, 's', text(member)),
    field(6, 's', text('org.freedesktop.DBus')),
    Buffer.concat([Buffer.from([8]), signature('g'), signature(bodySignature)]),
  ]);
  const head = Buffer.concat([Buffer.from([0x6c, 1, 0, 1]), u32(body.length), u32(serial), u32(fields.length), fields]);
  return Buffer.concat([padded(head, 8), body]);
}

/**
 * A desktop whose session bus has the service that shows icons of programs, under its well-known name; this one shows
 * none. Ends with `close`.
 */
export async function startTrayDesktop(
  folder: string,
): Promise<{ chromium: ChromiumSetup; close: () => Promise<void> }> {
  const socket = path.join(folder, 'bus');
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address', `--address=unix:path=${socket}`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(bus, 'close');
  await once(bus.stdout, 'data');
  const line = connect(socket);
  await once(line, 'connect');
  line.write(`\0AUTH EXTERNAL ${Buffer.from(String(process.getuid?.())).toString('hex')}\r\n`);
  await once(line, 'data');
  line.write('BEGIN\r\n');
  line.write(busCall(1, 'Hello', '', Buffer.alloc(0)));
  await once(line, 'data');
  const name = padded(text('org.kde.StatusNotifierWatcher'), 4);
  let heard = '';
  line.on('data', (part) => {
    heard += part.toString('latin1');
  });
  line.write(busCall(2, 'RequestName', 'su', Buffer.concat([name, u32(0)])));
  while (!heard.includes('NameAcquired') || !heard.includes('StatusNotifierWatcher')) await once(line, 'data');
  return {
    chromium: { env: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}` } },
    async close() {
      line.destroy();
      bus.kill();
      await ended;
    },
  };
}
