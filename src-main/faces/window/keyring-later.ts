import type { Keyring } from '../../kernel/key/keyring.ts';

/** A keyring that can be asked before it is there, however early the core wants its key. */
export const keyringLater = (there: Promise<Keyring>): Keyring => ({
  state: async () => (await there).state(),
  seal: async (text) => (await there).seal(text),
  unseal: async (sealed) => (await there).unseal(sealed),
});
