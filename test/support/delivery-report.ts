/** What a test's report says; see RFC 3464. */
export interface ReportOf {
  readonly to: string;
  readonly original?: string;
  readonly action?: string;
  readonly status?: string;
  readonly diagnostic?: string;
  readonly reporter?: string;
  readonly arrived?: string;
  /** The id of the message it is about, and how that was returned. */
  readonly messageId?: string | undefined;
  readonly returned?: 'message/rfc822' | 'text/rfc822-headers';
}

/** The machine-readable part. */
export const statusOf = (report: ReportOf): string =>
  [
    `Reporting-MTA: dns; ${report.reporter ?? 'mx.example.com'}`,
    ...(report.arrived ? [`Arrival-Date: ${report.arrived}`] : []),
    '',
    ...(report.original ? [`Original-Recipient: rfc822;${report.original}`] : []),
    `Final-Recipient: rfc822; ${report.to}`,
    `Action: ${report.action ?? 'failed'}`,
    `Status: ${report.status ?? '5.1.1'}`,
    `Diagnostic-Code: smtp; ${report.diagnostic ?? '550 5.1.1 User unknown'}`,
    '',
  ].join('\r\n');

/** A complete message as a mail program saves it. */
export const reportFile = (report: ReportOf): string =>
  [
    'From: Mail Delivery System <MAILER-DAEMON@mx.example.com>',
    'To: invitations@example.com',
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <report@mx.example.com>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'This is the mail system. Your message could not be delivered.',
    '',
    '--part',
    'Content-Type: message/delivery-status',
    '',
    statusOf(report),
    '--part',
    `Content-Type: ${report.returned ?? 'message/rfc822'}`,
    '',
    'From: invitations@example.com',
    ...(report.messageId ? ['Message-ID:', ` ${report.messageId}`] : []),
    'Subject: Join us',
    '',
    'The body.',
    '--part--',
    '',
  ].join('\r\n');

/** A file as the contract takes it. */
export const asFile = (name: string, content: string | Buffer) => ({
  name,
  base64: Buffer.from(content).toString('base64'),
});
