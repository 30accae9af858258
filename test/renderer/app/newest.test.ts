import { expect, it } from 'vitest';
import { newestOnly } from '../../../src-renderer/app/newest.ts';

it('takes the answer to the newest question, also when that to an earlier one arrives later', async () => {
  const newest = newestOnly<string>();
  const taken: string[] = [];
  const take = (value: string) => void taken.push(value);
  let arrives = (_value: string) => {};
  const earlier = newest(new Promise<string>((resolve) => (arrives = resolve)), take);
  await newest(Promise.resolve('later'), take);
  expect(taken).toEqual(['later']);
  arrives('earlier');
  await earlier;
  expect(taken).toEqual(['later']);
});
