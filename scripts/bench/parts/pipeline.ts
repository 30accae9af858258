// The quickest client that the protocol allows on one connection (RFC 2920): the envelope of the next message is sent
// together with the body of this one. It stores no states and only checks the code of each answer.
import { once } from 'node:events';
import { connect } from 'node:net';

export interface Raw {
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
}

/** Sends them all; returns the milliseconds from connecting to the last answer. @throws for any answer of 4xx or 5xx */
export async function sendPipelined(port: number, messages: readonly Raw[]): Promise<number> {
  const began = performance.now();
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  const answers = linesOf(socket);
  await once(socket, 'connect');
  await answers(1);
  socket.write('EHLO bench\r\n');
  await answers(1);
  const envelope = (one: Raw | undefined) =>
    one ? `MAIL FROM:<${one.from}>\r\nRCPT TO:<${one.to}>\r\nDATA\r\n` : 'QUIT\r\n';
  socket.write(envelope(messages[0]));
  await answers(3);
  for (const [i, { raw }] of messages.entries()) {
    const next = messages[i + 1];
    socket.write(raw);
    socket.write(`\r\n.\r\n${envelope(next)}`);
    await answers(next ? 4 : 2);
  }
  socket.destroy();
  return performance.now() - began;
}

/** Returns a function that waits for `count` more answers, none of which may be a refusal. */
function linesOf(socket: NodeJS.ReadableStream): (count: number) => Promise<void> {
  let text = '';
  let wake = () => {};
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
    wake();
  });
  return async (count) => {
    let left = count;
    while (left > 0) {
      const end = text.indexOf('\r\n');
      if (end < 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      if (/^[45]/.test(text)) throw new Error(text.slice(0, end));
      if (text[3] !== '-') left -= 1;
      text = text.slice(end + 2);
    }
  };
}
