import path from 'node:path';

/** A file outside the workspace that holds its key. */
export interface GivenKey {
  readonly file: string;
  /** systemd keeps others out with an access list, whose mask looks as if a group could read the file. */
  readonly isCredential: boolean;
}

/** The name of the credential in a unit file: `LoadCredential=gatehouse-key:…` or `LoadCredentialEncrypted=`. */
export const credentialName = 'gatehouse-key';

/**
 * Which key file was named, the most specific source first: the option, the environment, the service manager's credential
 * (systemd.io/CREDENTIALS).
 * @param exists whether there is a file
 */
export function givenKey(
  option: string | undefined,
  env: NodeJS.ProcessEnv,
  exists: (file: string) => boolean,
): GivenKey | undefined {
  const named = option || env.GATEHOUSE_KEY_FILE;
  if (named) return { file: path.resolve(named), isCredential: false };
  const { CREDENTIALS_DIRECTORY: folder } = env;
  if (!folder) return undefined;
  const file = path.join(folder, credentialName);
  return exists(file) ? { file, isCredential: true } : undefined;
}
