/** Words before the recipients in mails and calendars. Other words with a colon are mail groups. */
const labels = new Set(
  `to cc bcc from reply-to required optional organizer organiser attendees attendee guests guest invitees invitee
  participants participant recipients recipient members e-mail email mail e-mails emails mails address addresses
  an von de para para: für a da à destinataires teilnehmer`.split(/\s+/),
);
for (const who of ['attendees', 'guests', 'participants', 'invitees']) {
  for (const kind of ['required', 'optional']) labels.add(`${kind} ${who}`);
}
for (const text of ['e-mail address', 'email address', 'e-mail addresses', 'email addresses', 'send to'])
  labels.add(text);

/** Whether the words before a colon only say that recipients follow. */
export const isLabel = (words: string): boolean => words.length <= 40 && labels.has(words.trim().toLowerCase());
