import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startApp, temporaryFolder } from './support/app.ts';
import { callCore, createOrganization, goTo, owner, saveSettings, words } from './support/steps.ts';

const say = words.profile;
const next = 'another sentence that nobody guesses';

test('the operator changes their name, phone and password', async () => {
  const { folder, remove } = temporaryFolder();
  const profile = path.join(folder, 'profile');
  let running = await startApp(profile);
  try {
    const { page } = running;
    await createOrganization(page, 'Example Logistics');
    await page.getByRole('button', { name: words.desktop.header.account }).click();
    await page.getByRole('menuitem', { name: words.desktop.account.profile }).click();
    await expect(page.getByRole('heading', { name: say.title, level: 1 })).toBeVisible();
    await expect(page.getByRole('textbox', { name: say.email })).toHaveValue(owner.email);
    await expect(page.getByRole('textbox', { name: say.email })).not.toBeEditable();
    await expect(page.getByRole('definition').filter({ hasText: words.common.roles.owner })).toBeVisible();

    await expect(page.getByLabel(say.firstName)).toHaveValue('Olive');
    await expect(page.getByLabel(say.lastName)).toHaveValue('Owner');
    await page.getByLabel(say.firstName).fill('Olivia');
    await page.getByLabel(say.lastName).fill('Owner-Example');
    // by dial code, then by a part of the name, whatever accents
    const country = page.getByRole('combobox', { name: say.phone.country });
    await country.fill('+358');
    await expect(page.getByRole('option', { name: 'Finland (+358)' })).toBeVisible();
    await country.fill('aland');
    await expect(page.getByRole('option', { name: 'Åland Islands (+358)' })).toBeVisible();
    await country.fill('netherlands (');
    await page.getByRole('option', { name: 'Netherlands (+31)' }).click();
    const phone = page.getByRole('textbox', { name: say.phone.number });
    await phone.fill('12');
    await page.getByLabel(say.firstName).focus();
    await expect(page.getByText(words.errors.issues['not-a-phone-number'] ?? '')).toBeVisible();
    await page.getByRole('button', { name: words.settings.save }).click();
    await expect(phone).toHaveAttribute('aria-invalid', 'true');
    await phone.fill('020 794 1234');
    await expect(page.getByText(say.phone.readAs('+31 20 794 1234'))).toBeVisible();
    await saveSettings(page);
    expect(await callCore(page, 'profile.get', {})).toMatchObject({ firstName: 'Olivia', phone: '+31207941234' });
    await expect(page.getByRole('button', { name: words.desktop.header.account })).toContainText(
      'Olivia Owner-Example',
    );
    // a number with its own country code chooses the country
    await phone.fill('+44 20 7946 0958');
    await expect(country).toHaveValue('United Kingdom (+44)');
    await page.getByRole('button', { name: words.settings.undo }).click();
    await expect(country).toHaveValue('Netherlands (+31)');

    const current = page.getByRole('textbox', { name: say.password.current });
    const wanted = page.getByRole('textbox', { name: say.password.next });
    const submit = page.getByRole('button', { name: say.password.submit });
    await current.fill('not this one');
    await wanted.fill(next);
    await expect(page.getByText(words.organizations.strength.scores[4])).toBeVisible();
    await submit.click();
    await expect(page.getByText(say.password.wrong)).toBeVisible();
    await current.fill(owner.password);
    await wanted.fill('short');
    await submit.click();
    await expect(page.getByText(words.errors.issues['password-too-short'] ?? '')).toBeVisible();
    await wanted.fill(next);
    await submit.click();
    await expect(page.getByText(say.password.done)).toBeVisible();
    await expect(current).toHaveValue('');
    // this session goes on
    await goTo(page, '/users');
    await expect(page.getByRole('heading', { name: words.users.title, level: 1 })).toBeVisible();

    await running.close();
    running = await startApp(profile);
    const { page: again } = running;
    await again.getByLabel(words.session.signIn.email).fill(owner.email);
    const password = again.getByRole('textbox', { name: words.session.signIn.password });
    await password.fill(owner.password);
    await again.getByRole('button', { name: words.session.signIn.submit }).click();
    await expect(again.getByText(words.errors.table['wrong-credentials']({}))).toBeVisible();
    await password.fill(next);
    await again.getByRole('button', { name: words.session.signIn.submit }).click();
    await expect(again.getByRole('heading', { name: words.users.title, level: 1 })).toBeVisible();
  } finally {
    await running.close();
    remove();
  }
});
