import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { expect, type Portal, password, test } from './fixture.ts';
import { looksRight, signIn } from './looks.ts';

const shots = process.env.GATEHOUSE_SHOTS;
const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };

/** Dark on transparent, as most logos are, with colours in which neither white text nor the usual link could be read. */
const looks = [
  { name: 'Amberline Logistics', accent: '#ffe066', width: 620, height: 120, words: 'amberline' },
  {
    name: 'Tamarind Shipping and Cold Storage Holdings International',
    accent: '#101418',
    width: 90,
    height: 150,
    words: 'T',
  },
] as const;
type Look = (typeof looks)[number];

/** A picture as a browser draws it. */
async function draw(browser: Browser, { width, height, words }: Look): Promise<string> {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(
    `<body style="margin:0;background:none"><svg width="${width}" height="${height}"><rect x="4" y="4" width="${width - 8}" height="${height - 8}" rx="14" fill="none" stroke="#14213d" stroke-width="8"/><text x="50%" y="62%" text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="64" fill="#14213d">${words}</text></svg></body>`,
  );
  const picture = await page.screenshot({ omitBackground: true });
  await page.close();
  return picture.toString('base64');
}

const made = new Map<string, Promise<number>>();
/** Once for the workspace, whichever test comes first; other files have organizations without a look. */
function organization(portal: Portal, browser: Browser, look: Look): Promise<number> {
  const { name, accent } = look;
  const make = async () => {
    const organizationId = await portal.createOrganization(name);
    await portal.call('wording.saveLook', { organizationId, accent, logo: { base64: await draw(browser, look) } });
    return organizationId;
  };
  const id = made.get(name) ?? make();
  made.set(name, id);
  return id;
}

/** The logo is there in its own shape and calm size, beside the name that says what it is. */
async function wears(page: Page, look: Look, shot: string) {
  const logo = page.locator('header img.logo');
  await expect(logo).toHaveAttribute('alt', '');
  await expect(page.locator('header .name')).toHaveText(look.name);
  const { natural, shown, fit } = await logo.evaluate(async (image) => {
    if (!(image instanceof HTMLImageElement)) throw new Error('no picture');
    await image.decode();
    const { width, height, objectFit } = getComputedStyle(image);
    return {
      natural: { width: image.naturalWidth, height: image.naturalHeight },
      shown: { width: Number.parseFloat(width), height: Number.parseFloat(height) },
      fit: objectFit,
    };
  });
  expect(natural).toEqual({ width: look.width, height: look.height });
  expect(shown.height).toBeLessThanOrEqual(48);
  expect(shown.width).toBeLessThanOrEqual(200);
  expect(fit).toBe('contain');
  // the box has whole pixels
  expect(Math.abs(shown.width - (shown.height * natural.width) / natural.height)).toBeLessThan(3);
  await looksRight(page, true);
  if (shots) await page.screenshot({ path: path.join(shots, `look-${shot}.png`), fullPage: true });
}

for (const [size, viewport] of Object.entries(sizes))
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [i, look] of looks.entries())
      test(`pages have the logo and colour of organization ${i + 1} and are readable at ${size} size in ${colorScheme}`, async ({
        browser,
        portal,
      }) => {
        const organizationId = await organization(portal, browser, look);
        const context = await browser.newContext({ viewport, colorScheme });
        const page = await context.newPage();
        const complaints: string[] = [];
        page.on('console', (message) => {
          // what axe does to the page is not the page's
          if (message.type() === 'error' && !/status of (410|422)/.test(message.text()))
            complaints.push(message.text());
        });
        const key = `${i + 1}-${size}-${colorScheme}`;
        const { link } = await portal.invite(`look.${key}@halden.test`, {}, organizationId);
        await page.goto(link);
        await wears(page, look, `join-${key}`);
        await page.getByLabel('First name').fill('Siobhán');
        await page.getByLabel('Last name').fill('Ní Mhurchú');
        await page.locator('#password').fill(password);
        await page.locator('#passwordAgain').fill(password);
        await page.getByRole('button', { name: 'Create account' }).click();
        await expect(page).toHaveURL(`${portal.url}/sign-in`);
        await wears(page, look, `first-${key}`);
        await signIn(page);
        await expect(page).toHaveURL(`${portal.url}/`);
        await wears(page, look, `start-${key}`);
        await page.getByRole('link', { name: 'Inbox 1 unread' }).click();
        await expect(page).toHaveURL(`${portal.url}/inbox`);
        await wears(page, look, `inbox-${key}`);
        await page.goto(link);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await wears(page, look, `used-${key}`);
        expect(complaints).toEqual([]);
        await context.close();
      });
