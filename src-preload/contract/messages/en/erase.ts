/** Words of erasing somebody who was removed. */
export const erase = {
  title: 'Erase personal data',
  text: 'Takes name, address, phone, account, invitations and mails out of Gatehouse. The audit keeps a pseudonym.',
  action: 'Erase…',
  ownersOnly: 'Only an owner of this organization erases people.',
  ask: {
    title: 'Erase personal data?',
    text: 'Name, address, phone, invitations, mails, notices and rows of drafts are removed here for good, and mails that wait are not sent. In the audit a pseudonym takes their place. The account goes too once no organization of this workspace knows the person.',
    backups:
      'Backups that were made before still hold the data until they are pruned, and so do folders of a replaced workspace and files that were exported. When such a backup is restored here, the person is erased again; on another computer that has to be done by hand.',
    confirm: (email: string) => `Type ${email} to confirm`,
    keep: 'Keep',
    erase: 'Erase for good',
  },
  done: (pseudonym: string) => `Erased. The audit says “${pseudonym}”.`,
  list: {
    title: 'People who have left',
    text: 'Removed and revoked people stay on record until an owner erases them: open the person in the list of users.',
    open: 'Show removed and revoked people',
  },
};
