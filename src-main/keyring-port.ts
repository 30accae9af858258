import type { KeyringAsk, ToCore } from './core-port.ts';
import type { Keyring } from './kernel/key/keyring.ts';

type Answer = Extract<ToCore, { kind: 'keyring' }>;

/** The desktop's keyring as seen from the core's thread: only the main process can ask it. */
export function portKeyring(
  tell: (id: number, ask: KeyringAsk) => void,
): Keyring & { heard: (answer: Answer) => void } {
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  const ask = <T>(what: KeyringAsk): Promise<T> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ ok, value }) => (ok ? resolve(value as T) : reject(new Error('the keyring refused'))));
      tell(id, what);
    });
  return {
    state: () => ask({ deed: 'state' }),
    seal: (text) => ask({ deed: 'seal', text }),
    unseal: (text) => ask({ deed: 'unseal', text }),
    heard(answer) {
      waiting.get(answer.id)?.(answer);
      waiting.delete(answer.id);
    },
  };
}

/** The main process's side. An error may quote the secret, so only the fact that there was one is passed on. */
export async function answerKeyring(keyring: Keyring, id: number, ask: KeyringAsk): Promise<Answer> {
  try {
    const value = await (ask.deed === 'state' ? keyring.state() : keyring[ask.deed](ask.text));
    return { kind: 'keyring', id, ok: true, value };
  } catch {
    return { kind: 'keyring', id, ok: false };
  }
}
