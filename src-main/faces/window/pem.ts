import type { PemFile } from '#contract/desktop.ts';
import { messagesIn } from '#contract/messages/index.ts';
import type { Language } from '#contract/messages/languages.ts';
import { choose } from './backups.ts';
import type { CoreClient } from './core-client.ts';

/** Asks for a certificate or a key; files of both kinds have any of these extensions. */
export function choosePem(core: CoreClient, language: Language, which: PemFile): Promise<string | null> {
  const { https } = messagesIn(language);
  return choose(core, {
    title: which === 'key' ? https.chooseKey : https.chooseCertificate,
    properties: ['openFile', 'showHiddenFiles'],
    filters: [
      { name: https.certificateFiles, extensions: ['pem', 'crt', 'cer', 'cert', 'key'] },
      { name: https.allFiles, extensions: ['*'] },
    ],
  });
}
