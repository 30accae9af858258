import { readFileSync } from 'node:fs';
import { feedAddress } from '../../src-main/faces/window/updates/feed-address.ts';
import { ed25519Key } from '../../src-main/faces/window/updates/signature.ts';
import { inRoot } from '../prepare/paths.mjs';
import { Trouble } from '../prepare/report.mjs';

/**
 * The update feed of a package, from GATEHOUSE_UPDATE_FEED and GATEHOUSE_UPDATE_KEY (docs/packaging.md). There is no
 * default: a package made without them does not look for updates.
 * @param {NodeJS.ProcessEnv} env
 * @param {{release: boolean, platform: NodeJS.Platform}} what
 * @returns {import('../../src-main/faces/window/updates/feed-address.ts').Feed | undefined}
 */
export function feedFrom(env, { release, platform }) {
  const { GATEHOUSE_UPDATE_FEED: feed, GATEHOUSE_UPDATE_KEY: publicKey } = env;
  if (!feed && !publicKey) return undefined;
  if (!feed) throw new Trouble('GATEHOUSE_UPDATE_KEY is set and GATEHOUSE_UPDATE_FEED is not: where would it look?');
  if (!publicKey)
    throw new Trouble(
      'GATEHOUSE_UPDATE_FEED is set and GATEHOUSE_UPDATE_KEY is not: without a public key nothing of a feed could be believed',
    );
  const address = feedAddress(feed);
  if (!address)
    throw new Trouble('GATEHOUSE_UPDATE_FEED is no https address of a folder (no credentials, no query, no fragment)');
  if (release && !address.startsWith('https:')) throw new Trouble('the update feed of a release is an https address');
  if (!ed25519Key(publicKey))
    throw new Trouble('GATEHOUSE_UPDATE_KEY is no public Ed25519 key (SubjectPublicKeyInfo in base64, on one line)');
  // electron-updater checks the publisher, which is taken from the certificate
  if (release && platform === 'win32' && !env.WIN_CSC_LINK && !env.CSC_LINK)
    throw new Trouble('a release for Windows with an update feed is signed: WIN_CSC_LINK is missing');
  return { address, publicKey };
}

/**
 * What CHANGELOG.md says about a version, for people who are offered it: plain text, without Markdown markup and line breaks.
 * @param {string} version
 * @param {string} [changelog]
 */
export function notesOf(version, changelog = readFileSync(inRoot('CHANGELOG.md'), 'utf8')) {
  const part = changelog.split(/^## /m).find((text) => text.startsWith(`[${version}]`)) ?? '';
  return part
    .replace(/^.*\n/, '')
    .replace(/\n {2}(?=\S)/g, ' ')
    .replace(/^#+ /gm, '')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/[*`]/g, '')
    .trim()
    .slice(0, 20_000);
}
