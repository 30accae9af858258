import { z } from 'zod';
import { query } from './operation.ts';
import { id, instant, none } from './values.ts';

const received = z.object({ id, to: z.string(), from: z.string(), subject: z.string(), at: instant });

/** Only where the workspace was opened with `--demo`: its local mail catcher is the only place that shows usable links. */
export const demo = {
  inbox: query({
    summary: 'Lists the mail that the demo’s catcher received.',
    input: none,
    output: z.object({ messages: z.array(received) }),
    needs: 'signed-in',
    faces: ['window'],
    reads: ['demo'],
  }),
  message: query({
    summary: 'Shows one received message with its link.',
    input: z.strictObject({ id }),
    output: received.extend({ text: z.string(), html: z.string(), links: z.array(z.string()) }),
    needs: 'signed-in',
    faces: ['window'],
    reads: ['demo'],
  }),
};
