// Reading hostile text: nanoseconds per character at a hundred thousand and at a million characters. A ratio of about 1
// means that the time grows linearly with the text.
import { parseRecipients } from '../../src-main/features/invitations/recipients.ts';
import { hostileShapes } from '../../test/support/hostile-recipients.ts';
import { newReport } from './parts/report.ts';
import { inTurn, least } from './parts/samples.ts';

const [few, many] = [100_000, 1_000_000];
const report = newReport('recipients');
for (const [name, shape] of Object.entries(hostileShapes)) {
  const [short, long] = [shape(few), shape(many)];
  const samples = await inTurn(
    { '100 kB': () => void parseRecipients(short), '1 MB': () => void parseRecipients(long) },
    5,
  );
  const growth = least(samples['1 MB']) / long.length / (least(samples['100 kB']) / short.length);
  report.add({
    name: `hostile text: ${name}`,
    samples,
    figures: [{ what: 'time per character, 1 MB against 100 kB, the least of each', value: growth, unit: '×' }],
  });
}
report.keep();
