import { messagesIn } from '#contract/messages/index.ts';
import { englishOn } from '../support/foreign-words.ts';
import { expect, password, test } from './fixture.ts';
import { looksRight, sizes, ways } from './looks.ts';

const de = messagesIn('de').portal;
const en = messagesIn('en').portal;

for (const { size, colorScheme, javaScriptEnabled } of ways) {
  const how = `at ${size} width in ${colorScheme}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`;

  test(`an invitee reads German from the link to the inbox, unless they choose English ${how}`, async ({
    browser,
    portal,
  }) => {
    const email = `deutsch.${size}-${colorScheme}@halden.test`;
    const { link } = await portal.invite(email);
    const options = { viewport: sizes[size], colorScheme, javaScriptEnabled, locale: 'de-DE' };
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const seen = async (title: string) => {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page.locator('html')).toHaveAttribute('lang', 'de');
      await looksRight(page, javaScriptEnabled);
      // names of organizations and roles are in no language
      if (javaScriptEnabled) expect(await englishOn(page, 'de', ['Member', 'Halden Logistics'])).toEqual([]);
    };
    await page.goto(link);
    await seen(de.join.title('Halden Logistics'));
    await page.getByLabel(de.firstName).fill('Jörg');
    await page.getByLabel(de.lastName).fill('Weiß');
    await page.locator('#password').fill(password);
    await page.locator('#passwordAgain').fill('another');
    await page.getByRole('button', { name: de.join.create }).click();
    await expect(page.locator('#passwordAgain-error')).toHaveText(de.fields['passwordAgain:differs'] ?? '');
    await page.locator('#password').fill(password);
    await page.locator('#passwordAgain').fill(password);
    await page.getByRole('button', { name: de.join.create }).click();
    await seen(de.signIn.title);
    await page.locator('#password').fill(password);
    await page.getByRole('button', { name: de.signIn.button }).click();
    await seen('Jörg Weiß');
    for (const way of ['organizations', 'inbox', 'profile'] as const) {
      await page.getByRole('link', { name: de.nav.pages[way] }).click();
      await seen(de.nav.pages[way]);
    }

    // at the foot of the page, whatever the browser asks for
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.nav.pages.profile);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await looksRight(page, javaScriptEnabled);
    await page.getByRole('link', { name: en.nav.pages.inbox }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.getByRole('button', { name: 'Deutsch' }).focus();
    await page.keyboard.press('Enter');
    await seen(de.nav.pages.inbox);
    await page.goto(link);
    await seen(de.dead.used.title);
    await context.close();
  });
}
