import { GatehouseError } from '#contract/errors.ts';
import { messagesIn } from '#contract/messages/index.ts';
import { allLanguages } from '#contract/messages/languages.ts';
import { placeholdersOf } from '#contract/placeholders.ts';
import { wordingKinds } from '#contract/vocabulary/wording.ts';
import type { HandlersOf } from '../../kernel/context.ts';
import { saveLook } from '../../mail/look/store.ts';
import { loadSettings, serverOf } from '../../mail/settings.ts';
import { testConnection } from '../../mail/test-connection.ts';
import { removeWording, saveWording } from '../../mail/wording/store.ts';
import { lookOf, shownLook, typedLogo } from './look.ts';
import { composeExample, refuseFaults, showExample } from './preview.ts';
import { usualWording, wordingOf } from './wording-of.ts';

export const handlers = {
  async list({ db }, { organizationId }) {
    const changed = await db
      .selectFrom('wording')
      .select(['kind', 'language'])
      .where('organization_id', '=', organizationId)
      .execute();
    const own = new Set(changed.map((row) => `${row.kind} ${row.language}`));
    const all = [...allLanguages];
    return {
      languages: all,
      rows: all.flatMap((language) =>
        wordingKinds.map((kind) => ({ kind, language, changed: own.has(`${kind} ${language}`) })),
      ),
    };
  },
  async get({ db }, input) {
    const own = await wordingOf(db, input);
    const usual = usualWording(input);
    const words = messagesIn(input.language).wording.placeholders;
    return {
      ...(own ?? usual),
      changed: own !== undefined,
      default: usual,
      placeholders: placeholdersOf[input.kind].map((name) => ({ name, ...words[name] })),
    };
  },
  preview: (ctx, input) => showExample(ctx, input),
  async save({ db, now, note }, input) {
    const { kind, language, subject, body } = input;
    refuseFaults(kind, { subject, body }, 'wording.save');
    const before = (await wordingOf(db, input)) ?? usualWording(input);
    const usual = usualWording(input);
    // typing the usual wording again is no custom wording: it then follows the usual one into later versions
    if (subject === usual.subject && body === usual.body) await removeWording(db, input);
    else await saveWording(db, input, { subject, body }, now);
    note({
      target: kind,
      detail: {
        language,
        ...(before.subject === subject ? {} : { subject: { from: before.subject, to: subject } }),
        // a body is long: it is enough to say that it changed, and by how much
        ...(before.body === body ? {} : { bodyLength: { from: before.body.length, to: body.length } }),
      },
    });
    return {};
  },
  async reset({ db, note }, input) {
    await removeWording(db, input);
    note({ target: input.kind, detail: { language: input.language } });
    return {};
  },
  async testSend(ctx, input) {
    const { db, keys, tokens } = ctx;
    const settings = await loadSettings(db, input.organizationId);
    if (!settings) throw new GatehouseError('mail-not-set-up', {});
    const message = await composeExample(ctx, input, settings.sender);
    return testConnection(
      unsealed(() => serverOf(input.organizationId, settings, keys, tokens)),
      message,
    );
  },
  async look({ db }, { organizationId }) {
    return shownLook(await lookOf(db, organizationId));
  },
  async saveLook({ db, note }, { organizationId, accent, logo: typed }) {
    const logo = typedLogo(typed, 'wording.saveLook', ['logo', 'base64']);
    await saveLook(db, organizationId, { accent, logo });
    note({
      detail: {
        ...(accent === undefined ? {} : { accent }),
        ...(logo === undefined
          ? {}
          : { logo: logo && { type: logo.type, width: logo.width, height: logo.height, bytes: logo.content.length } }),
      },
    });
    return {};
  },
} satisfies HandlersOf<'wording'>;

/** If another key sealed the password, the settings have to be typed again. */
function unsealed<T>(serve: () => T): T {
  try {
    return serve();
  } catch {
    throw new GatehouseError('mail-not-set-up', {});
  }
}
