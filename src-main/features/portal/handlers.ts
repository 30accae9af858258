import path from 'node:path';
import { GatehouseError } from '#contract/errors.ts';
import type { ParsedOf } from '#contract/index.ts';
import { type CertificateFiles, type LinkBase, linkBase, linkBeginning } from '../../database/link-life.ts';
import { refuseUnchosen } from '../../kernel/chosen.ts';
import type { HandlersOf, QueryContext } from '../../kernel/context.ts';
import { reportOf } from '../../kernel/report.ts';
import { wornLogo } from '../../mail/look/worn.ts';
import { factsOf, readPair, refuseForeign, refuseUntimely } from './certificate.ts';
import { savePortal } from './store.ts';

export const handlers = {
  async settings({ db, now }) {
    const base = await linkBase(db);
    const seen = base.certificate && (await lookAt(base.certificate, base.linksBeginWith, now));
    const turns = seen?.facts ? [seen.facts.noticeAt, seen.facts.endsAt].filter((at) => at > now) : [];
    return {
      ...base,
      trustedProxies: [...base.trustedProxies],
      certificate: base.certificate && {
        ...base.certificate,
        names: [...(seen?.facts?.names ?? [])],
        endsAt: seen?.facts?.endsAt ?? null,
        endsSoon: seen?.facts ? seen.facts.noticeAt <= now : false,
        trouble: seen?.trouble ?? null,
      },
      nextChangeAt: turns.length > 0 ? Math.min(...turns) : null,
    };
  },
  save: {
    async prepare(ctx, input) {
      const before = await linkBase(ctx.db);
      const certificate = input.certificate === undefined ? before.certificate : absolute(input.certificate);
      if (certificate) await refuseUnfit(ctx, { ...input, certificate }, before);
      return certificate;
    },
    async handle(ctx, { organizationId, ...input }, certificate: CertificateFiles | null) {
      const { address, port, baseUrl } = input;
      const trustedProxies = input.trustedProxies ?? (await linkBase(ctx.db)).trustedProxies;
      const settings = { address, port, baseUrl, certificate, trustedProxies };
      await savePortal(ctx.db, settings);
      ctx.note({ organizationId, detail: settings });
      return {};
    },
  },
  async logo(ctx, { address }) {
    const found = await wornLogo(ctx, address);
    return { logo: found ? { type: found.type, base64: found.content.toString('base64') } : null };
  },
} satisfies HandlersOf<'portal'>;

const absolute = (files: CertificateFiles | null) =>
  files && { certificateFile: path.resolve(files.certificateFile), keyFile: path.resolve(files.keyFile) };

/** What a certificate covers now, and why it does not work, if it does not. */
async function lookAt(files: CertificateFiles, linksBeginWith: string, now: number) {
  let facts: ReturnType<typeof factsOf> | undefined;
  try {
    const pair = await readPair(files);
    facts = factsOf(pair.cert);
    refuseForeign(pair, files.certificateFile, linksBeginWith);
    refuseUntimely(pair, files.certificateFile, now);
    return { facts, trouble: null };
  } catch (error) {
    if (!(error instanceof GatehouseError)) throw error;
    const { code, data } = reportOf(error);
    return { facts, trouble: { code, data } };
  }
}

type Wanted = ParsedOf<'portal.save'> & { readonly certificate: CertificateFiles };

/**
 * A certificate is checked when it is given; whether it covers our links is checked whenever those change. A stored one that
 * has expired meanwhile does not stop anybody from changing the port.
 */
async function refuseUnfit({ caller, now }: QueryContext, wanted: Wanted, before: LinkBase): Promise<void> {
  const { certificate } = wanted;
  const linksBeginWith = linkBeginning(wanted);
  const fresh = (['certificateFile', 'keyFile'] as const)
    .map((which) => (certificate[which] === before.certificate?.[which] ? undefined : certificate[which]))
    .filter((file) => file !== undefined);
  if (fresh.length === 0 && linksBeginWith === before.linksBeginWith) return;
  for (const file of fresh) refuseUnchosen(caller, file);
  const pair = await readPair(certificate);
  refuseForeign(pair, certificate.certificateFile, linksBeginWith);
  if (fresh.length > 0) refuseUntimely(pair, certificate.certificateFile, now);
}
