import { z } from 'zod';
import { id, instant } from './values.ts';

/** What a server says that it did with a message (RFC 3464, 2.3.3). */
export const reportActions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
export type ReportAction = (typeof reportActions)[number];
/** A server's report, a list of addresses, or an operator's own word. */
export const reportSources = ['report', 'list', 'hand'] as const;
export type ReportSource = (typeof reportSources)[number];

/** What was told of one message after a server had taken it. */
export const mailReport = z.object({
  id,
  action: z.enum(reportActions),
  /** The server's own words, or the operator's reason. */
  words: z.string(),
  source: z.enum(reportSources),
  /** The server that reports. */
  reporter: z.string().nullable(),
  /** When it was imported or marked, and by whom. */
  at: instant,
  by: z.string(),
});
export type MailReport = z.infer<typeof mailReport>;
