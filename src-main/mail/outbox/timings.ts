import { patient, type SmtpTimeouts } from '../smtp/server.ts';

/** Milliseconds, except for the counts. */
export interface OutboxTimings {
  /** How often to check whether something is due, and to renew the lease. */
  readonly tick: number;
  /** How long the lease lasts when its holder is killed: together with a tick, less than the promised 5 seconds. */
  readonly lease: number;
  /** How long closing waits for a message that is being handed over. */
  readonly grace: number;
  /** How long an unused connection is kept. */
  readonly idle: number;
  readonly connections: number;
  /** How many messages are taken at a time. */
  readonly take: number;
  /** How long to wait before checking again whether the network is back. */
  readonly offline: number;
  readonly smtp: SmtpTimeouts;
  /** Between 0 and 1. */
  readonly random: () => number;
}

export const usualTimings: OutboxTimings = {
  tick: 500,
  lease: 3500,
  grace: 5000,
  idle: 5000,
  connections: 5,
  take: 50,
  offline: 15_000,
  smtp: patient,
  random: Math.random,
};
