import { describe, expect, it } from 'vitest';
import { pageElsewhere } from '../../../src-renderer/app/page-elsewhere.ts';

describe('the page after a switch to another organization', () => {
  const pages = ['/overview', '/users', '/teams', '/roles', '/settings'];

  it('stays the same if it is on the rail', () => {
    for (const page of pages) expect(pageElsewhere(page, pages)).toBe(page);
  });

  it('is the list if one person, team or role of the organization before was open', () => {
    expect(pageElsewhere('/users/12', pages)).toBe('/users');
    expect(pageElsewhere('/teams/3', pages)).toBe('/teams');
    expect(pageElsewhere('/roles/7', pages)).toBe('/roles');
    expect(pageElsewhere('/settings/mail', pages)).toBe('/settings');
  });

  it('is the users if the page is not on the rail there', () => {
    expect(pageElsewhere('/outbox', pages)).toBe('/users');
    expect(pageElsewhere('/teamsters', pages)).toBe('/users');
    expect(pageElsewhere('/profile', pages)).toBe('/users');
    expect(pageElsewhere('/', pages)).toBe('/users');
  });
});
