import { z } from 'zod';
import { id, instant } from './values.ts';

/** What a server says it did with a message (RFC 3464, 2.3.3). */
export const reportActions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const;
export type ReportAction = (typeof reportActions)[number];
/** A server's report, a list of addresses, or an operator's word. */
export const reportSources = ['report', 'list', 'hand'] as const;
export type ReportSource = (typeof reportSources)[number];

/** What was reported about one message after a server had accepted it. */
export const mailReport = z.object({
  id,
  action: z.enum(reportActions),
  /** The server's own words, or the operator's reason. */
  words: z.string(),
  source: z.enum(reportSources),
  /** The reporting server. */
  reporter: z.string().nullable(),
  /** When it was imported or marked, and by whom. */
  at: instant,
  by: z.string(),
});
export type MailReport = z.infer<typeof mailReport>;
