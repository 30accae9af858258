import { GatehouseError } from '#contract/errors.ts';
import type { ParsedOf } from '#contract/index.ts';
import type { HandlersOf } from '../../kernel/context.ts';
import type { Keys } from '../../kernel/keys.ts';
import { loadSettings, type StoredSettings, saveSettings, shownSettings } from '../../mail/settings.ts';
import { testConnection } from '../../mail/test-connection.ts';

export const handlers = {
  async settings({ db }, { organizationId }) {
    const stored = await loadSettings(db, organizationId);
    return { settings: stored ? shownSettings(stored) : null, pause: stored?.pause ?? null };
  },
  async save(ctx, input) {
    const stored = await loadSettings(ctx.db, input.organizationId);
    const password = choosePassword(input, stored, ctx.keys, 'mail.save');
    const perMinute = input.perMinute === undefined ? (stored?.perMinute ?? null) : input.perMinute;
    await saveSettings(
      ctx.db,
      input.organizationId,
      {
        ...serverFields(input),
        passwordSealed: password === '' ? null : ctx.keys.seal(password),
        perMinute,
      },
      ctx.now,
    );
    const { host, port, security, login, sender, replyTo, acceptAnyCertificate } = input;
    ctx.note({
      target: host,
      detail: {
        port,
        security,
        login,
        sender,
        replyTo,
        acceptAnyCertificate,
        perMinute,
        passwordChanged: input.password !== undefined,
      },
    });
    return {};
  },
  async test({ db, keys, now }, input) {
    const stored = await loadSettings(db, input.organizationId);
    const password = choosePassword(input, stored, keys, 'mail.test');
    const { host, port, security, login, acceptAnyCertificate, senderName, sender, replyTo, to } = input;
    const server = { host, port, security, login, password, acceptAnyCertificate };
    if (to === undefined) return testConnection(server, now);
    const { name: organization } = await db
      .selectFrom('organization')
      .select('name')
      .where('id', '=', input.organizationId)
      .executeTakeFirstOrThrow();
    return testConnection(server, now, { organization, senderName, sender, replyTo, to });
  },
} satisfies HandlersOf<'mail'>;

type Typed = Pick<ParsedOf<'mail.save'>, 'host' | 'login' | 'password'>;

/**
 * The password typed, else the one stored – but that one goes to the host only that it was typed for: whoever may change
 * settings must not be able to read it by naming a server of their own.
 * @throws GatehouseError `invalid-input` on `password`
 */
function choosePassword(typed: Typed, stored: StoredSettings | undefined, keys: Keys, operation: string): string {
  const again = () =>
    new GatehouseError('invalid-input', { name: operation }, [
      { path: ['password'], code: 'password-needed', message: 'password-needed' },
    ]);
  if (typed.login === '') return '';
  if (typed.password !== undefined) return typed.password;
  if (!stored || stored.passwordSealed === null) return '';
  if (stored.host.toLowerCase() !== typed.host.toLowerCase()) throw again();
  try {
    return keys.unseal(stored.passwordSealed);
  } catch {
    throw again();
  }
}

const serverFields = (input: ParsedOf<'mail.save'>) => {
  const { host, port, security, login, senderName, sender, replyTo, acceptAnyCertificate } = input;
  return { host, port, security, login, senderName, sender, replyTo, acceptAnyCertificate };
};
