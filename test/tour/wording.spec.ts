import { expect, test } from '@playwright/test';
import { goTo, words } from '../e2e/support/steps.ts';
import { picture } from './picture.ts';
import { withApp } from './with-app.ts';

const { wording, mail } = words;

test('the demo: an invitation in the organization’s own words and colour', async () => {
  await withApp(['--demo'], async ({ page }) => {
    await expect(page.getByRole('row').nth(1)).toBeVisible({ timeout: 60_000 });
    await goTo(page, '/settings/wording/look');
    const button = page
      .locator('iframe')
      .contentFrame()
      .getByRole('link', { name: mail.letters.links.invitation.button });
    await page.getByRole('textbox', { name: wording.look.colour }).fill('#0b7285');
    await expect(button).toHaveCSS('background-color', 'rgb(11, 114, 133)');
    await page.getByRole('button', { name: words.settings.save }).click();
    await page.getByRole('link', { name: wording.kinds.invitation.name, exact: true }).click();
    await page
      .getByRole('textbox', { name: wording.body })
      .fill(
        'Hello[ {name}],\n\nwelcome to {organization}. [{inviter} has|We have] made a place for you.\n\n' +
          'Before your first shift:\n- accept below\n- read the safety briefing\n\n{link}\n\nIt works once, until {until}.',
      );
    await expect(page.locator('iframe').contentFrame().getByRole('listitem')).toHaveCount(2);
    await picture(page, 'wording-light');
  });
});
