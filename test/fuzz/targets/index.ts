import type { AnyTarget } from '../target.ts';
import { address } from './address.ts';
import { argumentsOfCli } from './arguments.ts';
import { backup } from './backup.ts';
import { csv } from './csv.ts';
import { http } from './http.ts';
import { ipc } from './ipc.ts';
import { mailReport } from './mail-report.ts';
import { recipients } from './recipients.ts';
import { smtp } from './smtp.ts';
import { wording } from './wording.ts';
import { xlsx } from './xlsx.ts';

/** Every parser that reads what strangers wrote. */
export const targets: readonly AnyTarget[] = [
  address,
  recipients,
  csv,
  xlsx,
  http,
  ipc,
  mailReport,
  smtp,
  wording,
  argumentsOfCli,
  backup,
];
