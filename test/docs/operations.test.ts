import { expect, test } from 'vitest';
import { operationsDoc } from '../support/operations-doc.ts';

test('docs/operations.md lists exactly the operations and error codes that exist', async () => {
  await expect(operationsDoc()).toMatchFileSnapshot('../../docs/operations.md');
});
