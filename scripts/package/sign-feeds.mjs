// usage: UPDATE_SIGNING_KEY=… GATEHOUSE_UPDATE_KEY=… node scripts/package/sign-feeds.mjs FOLDER
//
// Writes latest….yml.sig beside each feed in the folder: Ed25519 over its exact bytes, in base64. The release workflow runs
// it where nothing is built, so that the key is never on a machine that runs code from packages.
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runMain, say, Trouble } from '../prepare/report.mjs';

/** @param {string} pem PKCS 8 */
function readPrivateKey(pem) {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {} // OpenSSL's message could contain parts of it
  throw new Trouble('UPDATE_SIGNING_KEY is no private Ed25519 key (PEM, PKCS 8)');
}

await runMain(async () => {
  const [, , folder] = process.argv;
  if (!folder) throw new Trouble('usage: node scripts/package/sign-feeds.mjs FOLDER');
  const feeds = readdirSync(folder).filter((name) => /^latest[\w-]*\.yml$/.test(name));
  if (feeds.length === 0) {
    say('No feed to sign: these packages were made without one.');
    return 0;
  }
  const { UPDATE_SIGNING_KEY: pem, GATEHOUSE_UPDATE_KEY: publicKey } = process.env;
  if (!pem) throw new Trouble(`UPDATE_SIGNING_KEY is missing, and ${feeds.join(', ')} must be signed`);
  const key = readPrivateKey(pem);
  const own = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
  if (own !== publicKey)
    throw new Trouble('UPDATE_SIGNING_KEY does not belong to GATEHOUSE_UPDATE_KEY: no package would believe it');
  for (const name of feeds) {
    const file = path.join(folder, name);
    writeFileSync(`${file}.sig`, `${sign(null, readFileSync(file), key).toString('base64')}\n`);
    say(`Signed ${name}`);
  }
  return 0;
});
