export const demo = {
  title: 'Demo mail',
  empty: 'No mail yet',
  emptyHint: 'Invite somebody: their mail arrives here within seconds.',
  list: 'Received mail',
  to: 'To',
  from: 'From',
  received: 'Received',
  open: 'Open link',
  copy: 'Copy link',
  copied: 'Link copied',
  noLink: 'This message has no link.',
};
