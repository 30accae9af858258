import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { strictHeaders } from '../../../src-main/faces/portal/headers.ts';
import { invite } from '../../support/invitees.ts';
import { freshWorkspace } from '../../support/workspace.ts';
import { ask, openPortal, signUp } from './support.ts';

it('says that it is busy while another program holds the database, and takes the same form once it is free', async () => {
  const w = await freshWorkspace({ busyMilliseconds: 50 });
  const portal = await openPortal(w);
  const { token } = await invite(w, 'ana@example.org');
  const post = () => ask(portal, `/i/${token}`, { form: signUp });
  const rival = new Database(w.core.store.file);
  try {
    rival.exec('BEGIN IMMEDIATE');
    const answer = await post();
    expect(answer.status).toBe(503);
    expect(answer.headers).toMatchObject(strictHeaders);
    expect(answer.body).toContain('Busy for a moment');
  } finally {
    rival.exec('ROLLBACK');
    rival.close();
  }
  expect((await post()).status).toBe(303);
});
