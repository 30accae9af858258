import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';
import type { Certificate } from './certificates.ts';

/** The points at which the script can change the answer; `body` is the first byte of a message, `dot` its end. */
export type Verb =
  | 'connect'
  | 'EHLO'
  | 'STARTTLS'
  | 'AUTH'
  | 'MAIL'
  | 'RCPT'
  | 'DATA'
  | 'body'
  | 'dot'
  | 'RSET'
  | 'QUIT';

/** A reply (its end of line is added), or the end of the connection without one. */
export type Answer = string | 'drop';

export interface Scripted {
  readonly port: number;
  /** What to answer; anything missing is answered normally. May be changed while it runs. */
  script: Partial<Record<Verb, Answer | ((argument: string) => Answer | undefined)>>;
  /** Extensions to offer besides STARTTLS and AUTH. */
  extensions: string[];
  readonly verbs: Verb[];
  /** Every message whose final dot was read, whether it was then accepted or not. */
  readonly bodies: string[];
  readonly accepted: string[];
  connections: number;
  /** Hangs up and is gone, like a lost network; and comes back, on the same port. */
  readonly leave: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
}

export interface ScriptedOptions {
  readonly certificate?: Certificate;
  readonly login?: boolean;
}

const fine: Readonly<Record<Verb, string>> = {
  connect: '220 scripted.example ESMTP',
  EHLO: '',
  STARTTLS: '220 2.0.0 Go ahead',
  AUTH: '235 2.7.0 Welcome',
  MAIL: '250 2.1.0 Sender ok',
  RCPT: '250 2.1.5 Recipient ok',
  DATA: '354 Go on',
  body: '',
  dot: '250 2.0.0 Taken as T1',
  RSET: '250 2.0.0 Forgotten',
  QUIT: '221 2.0.0 Bye',
};

/** A server that misbehaves as told, byte by byte, as a library's server would not. */
export async function startScripted(script: Scripted['script'] = {}, options: ScriptedOptions = {}): Promise<Scripted> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    state.connections += 1;
    talk(state, socket, options);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const leave = async () => {
    for (const socket of sockets) socket.destroy();
    if (!server.listening) return;
    server.close();
    await once(server, 'close');
  };
  const comeBack = async () => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const counted = { verbs: [], bodies: [], accepted: [], connections: 0 };
  const state: Scripted = { port, script, extensions: [], ...counted, leave, comeBack };
  onTestFinished(leave);
  return state;
}

function talk(state: Scripted, plain: Socket, options: ScriptedOptions): void {
  let socket: Socket = plain;
  let waiting = '';
  let inBody = false;
  plain.on('error', () => undefined);

  const answer = (verb: Verb, argument = '', usual = fine[verb]): string | undefined => {
    state.verbs.push(verb);
    const scripted = state.script[verb];
    const said = (typeof scripted === 'function' ? scripted(argument) : scripted) ?? usual;
    if (said === 'drop') {
      socket.destroy();
      return undefined;
    }
    if (said !== '') socket.write(`${said.replaceAll('\n', '\r\n')}\r\n`);
    return said;
  };
  const greetExtensions = () => {
    const offered = [
      'scripted.example',
      ...(options.certificate && socket === plain ? ['STARTTLS'] : []),
      ...(options.login ? ['AUTH PLAIN LOGIN'] : []),
      ...state.extensions,
    ];
    return offered.map((line, i) => `250${i === offered.length - 1 ? ' ' : '-'}${line}`).join('\n');
  };
  const line = (text: string) => {
    const verb = (/^[A-Za-z]+/.exec(text)?.[0].toUpperCase() ?? '') as Verb;
    switch (verb) {
      case 'EHLO':
        return void answer('EHLO', text, greetExtensions());
      case 'STARTTLS':
        if (!options.certificate) return void answer('STARTTLS', text, '502 5.5.1 Not here');
        if (answer('STARTTLS')?.startsWith('220')) secure(options.certificate);
        return;
      case 'DATA':
        inBody = answer('DATA')?.startsWith('354') ?? false;
        return;
      case 'QUIT':
        answer('QUIT');
        return void socket.end();
      default:
        return void (fine[verb] === undefined ? socket.write('500 5.5.1 What?\r\n') : answer(verb, text));
    }
  };
  const secure = (certificate: Certificate) => {
    plain.removeAllListeners('data');
    const secured = new TLSSocket(plain, { isServer: true, secureContext: createSecureContext(certificate) });
    socket = secured;
    waiting = '';
    secured.on('error', () => undefined);
    secured.on('data', hear);
  };
  const hear = (chunk: Buffer) => {
    const first = inBody && waiting === '';
    waiting += chunk.toString('latin1');
    if (first && answer('body') === undefined) return;
    for (;;) {
      if (socket.destroyed) return;
      const end = waiting.indexOf(inBody ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const text = waiting.slice(0, end);
      waiting = waiting.slice(end + (inBody ? 5 : 2));
      if (!inBody) {
        line(text);
        continue;
      }
      inBody = false;
      state.bodies.push(text);
      if (answer('dot')?.startsWith('250')) state.accepted.push(text);
    }
  };
  socket.on('data', hear);
  answer('connect');
}
