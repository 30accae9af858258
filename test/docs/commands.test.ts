import { expect, test } from 'vitest';
import { commandsDoc } from '../support/commands-doc.ts';

test('F9: docs/commands.md explains exactly the commands and options that exist', async () => {
  await expect(commandsDoc()).toMatchFileSnapshot('../../docs/commands.md');
});
