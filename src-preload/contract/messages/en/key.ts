import type { KeyringName } from '../../key.ts';

const keyrings: Readonly<Record<KeyringName, string>> = {
  gnome_libsecret: 'GNOME Keyring (gnome-libsecret)',
  kwallet: 'KWallet',
  kwallet5: 'KWallet 5',
  kwallet6: 'KWallet 6',
  keychain: 'macOS Keychain',
  dpapi: 'Windows Data Protection',
};

/** Why the keyring cannot give the key, to be read behind what happened. */
const whyNot: Readonly<Record<string, string>> = {
  'basic-text': 'This desktop has no keyring now.',
  unavailable: 'The keyring does not answer; it may be locked.',
  'no-window':
    'Only the window can ask the keyring. Give the key with --key-file, GATEHOUSE_KEY_FILE or the systemd credential “gatehouse-key”.',
  refused: 'The keyring does not know it any more: it was reset, switched, or belongs to another account.',
};

/** Words about the workspace key: where it lies, moving it, and what to do when it is lost. */
export const key = {
  lead: 'One key signs every link, seals stored passwords and proves the audit log. Whoever has it and a copy of the workspace can do all of that.',
  ownersOnly: 'The key belongs to the whole workspace, so only owners see this page.',
  where: 'Workspace key',
  places: {
    file: 'Key file, readable only by you',
    given: 'Key file that was named at the start',
    keyring: (name: string) => `Keyring: ${name}`,
  },
  keyrings,
  meaning: {
    file: 'Other accounts of this computer cannot read it. Whoever gets a copy of your whole folder, from a disk or a backup of your home, has it. The command line and the service use it without asking.',
    keyring:
      'A copy of the workspace’s folder is useless without your desktop’s keyring. The command line and the service cannot ask a keyring: give them the recovery key with --key-file, or as a systemd credential. If the keyring is reset, the recovery key brings the workspace back.',
    given: 'It comes from outside of the workspace’s folder, and nothing of it is kept there.',
  },
  mended: 'Other accounts of this computer could read the key file until now. It was closed at this start.',
  none: 'This system offers no keyring',
  lacking: {
    'basic-text':
      'What would be sealed here could be opened by anybody, since this desktop has no password store (GNOME Keyring, KWallet). So the key stays in its file: whoever can read your files can read it.',
    unavailable:
      'Its password store does not answer. So the key stays in its file: whoever can read your files can read it.',
    'no-window': 'Only the window can reach one.',
  },
  toKeyring: 'Move into the keyring…',
  toFile: 'Move back into a key file…',
  saveRecovery: 'Save the recovery key…',
  saved: 'Recovery key saved.',
  moved: { keyring: 'The key is in the keyring now.', file: 'The key is in its file again.' },
  recoveryName: 'gatehouse-recovery-key.txt',
  move: {
    keyringTitle: 'Move the key into the keyring',
    keyring: [
      'First the recovery key is saved where you choose: on another disk or a stick, or print it and delete the file. Without it, a keyring that is reset takes the workspace’s key with it.',
      'Then the key file is removed. What was on the disk before may still be found there by experts.',
      'From then on the command line and the service need --key-file or a systemd credential; the recovery key’s file will do.',
    ],
    keyringConfirm: 'Save the recovery key and move',
    fileTitle: 'Move the key back into a file',
    file: [
      'The key lies in the workspace’s folder again, readable only by you. The command line and the service then need nothing else.',
    ],
    fileConfirm: 'Move',
    cancel: 'Cancel',
  },
  recoveryFile: {
    title: 'Gatehouse recovery key',
    of: (folder: string) => `Workspace: ${folder}`,
    made: (day: string) => `Saved: ${day}`,
    text: [
      'It stands for the workspace key. Whoever has it and a copy of the workspace can sign links and read stored passwords.',
      'Keep it apart from the workspace. The window asks for it when the keyring cannot be used any more;',
      'the command line takes this file with --key-file.',
    ],
  },
  lost: {
    intro: 'Nothing of the workspace is lost: only what opens it is missing. These are the ways back.',
    again: 'Go back to the keyring that the key was moved into, unlock it, and try again.',
    recovery: 'Recovery key',
    recoveryHint: 'The 56 letters and digits that were saved when the key was moved.',
    use: 'Use this key',
    backup: 'Take the key from an encrypted backup…',
    backupTitle: 'The key of a backup',
    backupText: 'Only the key is taken; people and everything else stay as they are here.',
    passphrase: 'Passphrase of the backup',
    take: 'Take the key',
    begin: 'The key is lost…',
    beginTitle: 'Begin with a new key',
    beginText: [
      'Every link that is out ends. Send the pending invitations again afterwards.',
      'The password of the mail server and the passphrase of backups must be typed again.',
      'The audit log stays, but what it says up to now can no longer be proven; a new chain begins, and an entry says so.',
      'Everybody signs in again. Passwords of people stay as they are.',
    ],
    word: 'NEW KEY',
    type: (word: string) => `Type ${word} to confirm`,
    confirm: 'Begin with a new key',
    cancel: 'Cancel',
  },
  errors: {
    exposed: (file: string, why: 'owner' | 'mode') =>
      why === 'owner'
        ? `The workspace key ${file} belongs to another account of this computer, so it is not used. Make it your own (chown) if you trust it.`
        : `The workspace key ${file} can be read by other accounts, so it is not used. Close it with “chmod 600”.`,
    inKeyring: (file: string, why: string) =>
      `The workspace key is sealed by a keyring (${file}) and cannot be read. ${whyNot[why] ?? why}`,
    wrong: (file: string) => `The key ${file} is not the key of this workspace. Nothing was changed.`,
    notLost: 'The key of this workspace is not lost. Nothing was changed.',
    noKeyring: 'The keyring could not keep the key. It stays where it was.',
    recoveryWrong: 'This is not a recovery key. It has 56 letters and digits; look for one that was misread.',
    beside: 'Choose a place outside of the workspace’s folder: beside it, the recovery key is lost together with it.',
  },
  audit: {
    moved: 'Moved the workspace key',
    savedRecovery: 'Saved the recovery key',
    recovered: 'Gave the workspace its key back',
    began: 'Began with a new workspace key',
  },
};
