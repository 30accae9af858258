import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { jpeg, png } from '../support/pictures.ts';
import { scan } from './support/accessible.ts';
import { temporaryFolder } from './support/app.ts';
import { look as lookAt } from './support/look.ts';
import { login, type MailServer, startMailServer } from './support/mail-server.ts';
import { type Started, startWithOrganization } from './support/started.ts';
import { callCore, closeToasts, expectOff, goTo, saveSettings, words } from './support/steps.ts';

test.describe.configure({ mode: 'serial' });

const say = words.wording;
const { templates } = words.mail.letters;
let started: Started;
let server: MailServer;
let pictures: ReturnType<typeof temporaryFolder>;

test.beforeAll(async () => {
  pictures = temporaryFolder();
  [started, server] = await Promise.all([startWithOrganization(), startMailServer()]);
  await goTo(started.page, '/settings/wording');
});
test.afterAll(async () => {
  await started?.close();
  await server?.close();
  pictures.remove();
});

const field = (name: string) => started.page.getByRole('textbox', { name, exact: true });
const button = (name: string) => started.page.getByRole('button', { name, exact: true });
const preview = () => started.page.getByRole('region', { name: say.preview });
const page = () => preview().locator('iframe').contentFrame().locator('body');
const mails = () => started.page.getByRole('navigation', { name: say.list });
const mail = (name: string) => mails().getByRole('link', { name: new RegExp(`^${name}`) });

test('what is typed is shown as it will arrive, and what is wrong with it is said at its field', async () => {
  const { page: window, running } = started;
  await expect(field(say.body)).toHaveValue(templates.invitation.body);
  await expect(page()).toContainText('Olive Owner invites you to join Example Logistics.');
  await expectOff(window, button(say.reset), say.notChanged);

  await field(say.subject).fill('Welcome to {organisaton}');
  await expect(field(say.subject)).toHaveAttribute('aria-invalid', 'true');
  const advice = 'Line 1, character 12: {organisaton} is not known in this mail. Did you mean {organization}?';
  await expect(window.getByText(advice)).toBeVisible();
  // the last valid one stays in sight, and is said to be that
  await expect(preview().getByRole('status')).toHaveText(say.lastSound);
  await expect(page()).toContainText('Olive Owner invites you to join');
  await expectOff(window, button(say.test.action), say.test.wrong);
  await button(words.settings.save).click();
  await expect(field(say.subject)).toBeFocused();
  await expect(mail(say.kinds.invitation.name)).not.toContainText(say.changed);

  await field(say.subject).fill('Welcome to {organization}');
  await expect(preview()).toContainText('Welcome to Example Logistics');
  await expect(preview().getByRole('status')).toHaveText('');
  await field(say.body).fill('Hi[ {name}],\n\n<b>come</b> in:\n- one\n- two\n\n{link}');
  await expect(page().getByRole('listitem')).toHaveText(['one', 'two']);
  await expect(page()).toContainText('<b>come</b> in:');
  await expect(page().getByRole('link', { name: words.mail.letters.links.invitation.button })).toBeVisible();
  // nothing in the frame leads anywhere
  await expect(preview().locator('iframe')).toHaveAttribute('sandbox', '');
  await preview().getByText(words.outbox.page.text, { exact: true }).click();
  await expect(preview().locator('pre')).toContainText('Hi Ana Silva,\n\n<b>come</b> in:\n\n- one\n- two');
  await preview().getByText(say.exampleNames.bare, { exact: true }).click();
  await expect(preview().locator('pre')).toContainText('Hi,\n\n<b>come</b>');
  await preview().getByText(words.outbox.page.message, { exact: true }).click();
  await preview().getByText(say.exampleNames.user, { exact: true }).click();
  await lookAt(running, 'wording');
});

test('placeholders are inserted at the cursor, by pointer and by keyboard, and undone like anything typed', async () => {
  const { page: window } = started;
  await field(say.body).fill('Hello \n\n{link}');
  await field(say.body).evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(6, 6));
  await button(say.insertOne('name')).click();
  await expect(field(say.body)).toHaveValue('Hello {name}\n\n{link}');
  await expect(field(say.body)).toBeFocused();
  await window.keyboard.type(', from ');
  await button(say.insertOne('inviter')).focus();
  const about = window.getByRole('tooltip').filter({ hasText: say.placeholders.inviter.text });
  await expect(about).toContainText(say.maybeEmpty);
  await window.keyboard.press('Enter');
  await expect(field(say.body)).toHaveValue('Hello {name}, from {inviter}\n\n{link}');
  await window.keyboard.press('Control+z');
  await expect(field(say.body)).toHaveValue('Hello {name}, from \n\n{link}');

  // a subject takes what fits on its line; what needs a line of its own goes into the text
  await field(say.subject).focus();
  await window.keyboard.press('End');
  await button(say.insertOne('until')).click();
  await expect(field(say.subject)).toHaveValue('Welcome to {organization}{until}');
  await button(say.insertOne('note')).click();
  await expect(field(say.subject)).toHaveValue('Welcome to {organization}{until}');
  await expect(field(say.body)).toHaveValue(/\{note\}/);
});

test('leaving asks first, what is stored is marked, and a real invitation arrives in these words', async () => {
  const { page: window, organizationId } = started;
  await field(say.subject).fill('Welcome to {organization}');
  await field(say.body).fill('Hi[ {name}],\n\n{inviter} waits for you.\n\n{link}');
  await mail(say.kinds.reminder.name).click();
  const ask = window.getByRole('dialog', { name: words.settings.leave.title });
  await ask.getByRole('button', { name: words.settings.leave.stay }).click();
  await expect(field(say.subject)).toHaveValue('Welcome to {organization}');
  const language = mails().getByRole('combobox', { name: say.language });
  const choose = async (name: string) => {
    await language.click();
    await window.getByRole('option', { name }).click();
  };
  await choose('Deutsch');
  await ask.getByRole('button', { name: words.settings.leave.stay }).click();
  await expect(field(say.subject)).toHaveValue('Welcome to {organization}');
  await expect(language).toHaveValue('English');
  await saveSettings(window);
  await expect(mail(say.kinds.invitation.name)).toContainText(say.changed);
  await mail(say.kinds.reminder.name).click();
  await expect(field(say.subject)).toHaveValue(templates.reminder.subject);
  await mail(say.kinds.invitation.name).click();
  await expect(field(say.subject)).toHaveValue('Welcome to {organization}');

  // no server yet: the test says so and sends nothing
  await button(say.test.action).click();
  const dialog = window.getByRole('dialog', { name: say.test.title });
  await dialog.getByRole('button', { name: say.test.send }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await scan(window, say.test.title);
  await dialog.getByRole('button', { name: words.common.close, exact: true }).last().click();
  await callCore(window, 'mail.save', {
    organizationId,
    ...{ host: '127.0.0.1', port: server.port, security: 'starttls', acceptAnyCertificate: true },
    ...{ login: login.user, password: login.password, sender: 'it@example.com' },
  });
  await callCore(window, 'invitations.send', {
    organizationId,
    entries: [{ email: 'ana@example.org', name: 'Ana', roles: ['Member'] }],
  });
  await expect.poll(() => server.received.map(({ to }) => to)).toEqual(['ana@example.org']);
  expect(server.received[0]?.mail).toMatchObject({
    subject: 'Welcome to Example Logistics',
    text: expect.stringMatching(/^Hi Ana,\n\nOlive Owner waits for you\.\n\n/),
  });
});

test('a test mail of what is typed arrives, marked as one, with a link that leads nowhere', async () => {
  const { page: window } = started;
  await field(say.subject).fill('Not stored yet');
  await expect(preview()).toContainText('Not stored yet');
  await button(say.test.action).click();
  const dialog = window.getByRole('dialog', { name: say.test.title });
  const to = dialog.getByRole('textbox', { name: say.test.to });
  await expect(to).toBeFocused();
  await to.fill('nobody');
  await window.keyboard.press('Enter');
  await expect(to).toHaveAttribute('aria-invalid', 'true');
  await to.fill('bo@example.org');
  await window.keyboard.press('Enter');
  await expect(dialog.getByText(words.mail.settings.testSent)).toBeVisible();
  await expect.poll(() => server.received.map((message) => message.to)).toContain('bo@example.org');
  const arrived = server.received.find((message) => message.to === 'bo@example.org')?.mail;
  expect(arrived?.subject).toBe('[Test] Not stored yet');
  expect(arrived?.text).toContain(say.test.notice);
  expect(arrived?.text).toContain('https://example.com/');
  expect(arrived?.text).not.toContain('/i/');
  await window.keyboard.press('Escape');
  await expect(field(say.subject)).toHaveValue('Not stored yet');
});

test('reset asks first and brings the original words back', async () => {
  const { page: window } = started;
  await button(say.reset).click();
  const ask = window.getByRole('dialog', { name: say.resetDialog.title });
  await expect(ask.getByRole('button', { name: say.resetDialog.keep })).toBeFocused();
  await ask.getByRole('button', { name: say.resetDialog.keep }).click();
  await expect(field(say.subject)).toHaveValue('Not stored yet');
  await button(say.reset).click();
  await ask.getByRole('button', { name: say.resetDialog.confirm, exact: true }).click();
  await expect(field(say.subject)).toHaveValue(templates.invitation.subject);
  await expect(field(say.body)).toHaveValue(templates.invitation.body);
  await expect(mail(say.kinds.invitation.name)).not.toContainText(say.changed);
  await expect(page()).toContainText('invites you to join Example Logistics.');
});

test('a logo is chosen or dropped, refused with the reason, shown in mails with the colour, and removed', async () => {
  const { page: window, running, organizationId } = started;
  await closeToasts(window);
  await mail(say.look.title).click();
  const file = (name: string, content: Buffer) => {
    const at = path.join(pictures.folder, name);
    writeFileSync(at, content);
    return at;
  };
  const input = window.locator('form input[type=file]');
  await input.setInputFiles(file('logo.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>')));
  await expect(window.getByText(words.errors.issues['not-an-image'] ?? '')).toBeVisible();
  await input.setInputFiles(file('large.png', Buffer.concat([png(64, 64), Buffer.alloc(200_000)])));
  await expect(window.getByText(words.errors.issues['logo-too-large'] ?? '')).toBeVisible();
  await input.setInputFiles(file('logo.png', png(240, 60)));
  const shown = window.getByRole('img', { name: say.look.alt('Example Logistics') });
  await expect(shown).toBeVisible();
  const worn = page().getByRole('img', { name: 'Example Logistics' });
  await expect(worn).toHaveAttribute('src', /^data:image\/png;base64,/);
  // it is drawn: the policy of the page lets it in
  await expect.poll(() => worn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(240);

  const colour = field(say.look.colour);
  await colour.fill('#12');
  await expect(window.getByText(words.errors.issues['not-a-colour'] ?? '')).toBeVisible();
  await colour.fill('#ffd43b');
  await window.keyboard.press('Tab');
  const way = page().getByRole('link', { name: words.mail.letters.links.invitation.button });
  await expect(way).toHaveCSS('background-color', 'rgb(255, 212, 59)');
  await expect(way).toHaveCSS('color', 'rgb(31, 35, 40)');
  await saveSettings(window);
  await lookAt(running, 'wording-look');

  await callCore(window, 'invitations.send', {
    organizationId,
    entries: [{ email: 'cy@example.org', roles: ['Member'] }],
  });
  await expect.poll(() => server.received.map((message) => message.to)).toContain('cy@example.org');
  const arrived = server.received.find((message) => message.to === 'cy@example.org')?.mail;
  expect(arrived?.attachments).toMatchObject([{ mimeType: 'image/png', disposition: 'inline' }]);
  expect(arrived?.html).toContain(`src="cid:${arrived?.attachments[0]?.contentId?.slice(1, -1)}"`);
  expect(arrived?.text).toContain('/i/');

  // another one is dropped on it
  const transfer = await window.evaluateHandle((base64) => {
    const data = new DataTransfer();
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    data.items.add(new File([bytes], 'logo.jpg', { type: 'image/jpeg' }));
    return data;
  }, jpeg.toString('base64'));
  await window.dispatchEvent('[data-drop]', 'drop', { dataTransfer: transfer });
  await expect(worn).toHaveAttribute('src', /^data:image\/jpeg;base64,/);
  await button(say.look.remove).click();
  await expect(worn).toHaveCount(0);
  await saveSettings(window);
  expect(await callCore(window, 'wording.look', { organizationId })).toEqual({ accent: '#ffd43b', logo: null });
});
