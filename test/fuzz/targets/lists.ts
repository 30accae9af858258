import assert from 'node:assert/strict';
import { fileProblems } from '#contract/import.ts';
import type { OutputOf } from '#contract/index.ts';
import type { Feed, Later } from '../target.ts';
import { refused, taken } from '../target.ts';
import { asOwner, asRefusal, openHouse } from './house.ts';

/** A file that somebody chose, through both operations that read lists: what columns there are, and who is in them. */
export async function openLists(later: Later): Promise<Feed<{ readonly bytes: Buffer; readonly sheet: number }>> {
  const { core, organizationId, sound } = await openHouse(later);
  return async ({ bytes, sheet }) => {
    const given = { organizationId, file: { base64: bytes.toString('base64') }, sheet };
    let read: OutputOf<'import.read'>;
    try {
      read = await core.dispatch(asOwner, 'import.read', given);
    } catch (error) {
      sound();
      const { code, data } = asRefusal(error);
      assert.equal(code, 'file-unsuitable');
      assert.ok(fileProblems.some((problem) => problem === (data as { fault: string }).fault));
      return refused;
    }
    if (read.fields.includes('email')) {
      const asked = { ...given, headingLine: read.headingLine, fields: read.fields };
      const { entries } = await core.dispatch(asOwner, 'import.check', asked);
      for (const { email, name } of entries) assert.doesNotMatch(`${email}${name}`, /[\r\n\0]/);
    }
    sound();
    return taken;
  };
}
