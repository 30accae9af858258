import type { Keyring } from '../../kernel/key/keyring.ts';

/** A keyring that can be asked before it is ready, however early the core needs its key. */
export const keyringLater = (there: Promise<Keyring>): Keyring => ({
  state: async () => (await there).state(),
  seal: async (text) => (await there).seal(text),
  unseal: async (sealed) => (await there).unseal(sealed),
});
