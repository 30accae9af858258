export const demo = {
  title: 'Demo-Mail',
  empty: 'Noch keine E-Mails',
  emptyHint: 'Laden Sie jemanden ein: Die E-Mail ist nach wenigen Sekunden hier.',
  list: 'Empfangene E-Mails',
  to: 'An',
  from: 'Von',
  received: 'Empfangen',
  open: 'Link öffnen',
  copy: 'Link kopieren',
  copied: 'Link kopiert',
  noLink: 'Diese Nachricht enthält keinen Link.',
};
