import { patient, type SmtpTimeouts } from '../smtp/server.ts';

/** Milliseconds, but for the counts. */
export interface OutboxTimings {
  /** How often it is looked whether something is due, and the lease is renewed. */
  readonly tick: number;
  /** How long the lease lasts when its holder is killed: with a tick, less than the 5 seconds promised. */
  readonly lease: number;
  /** How long closing waits for a message that is being handed over. */
  readonly grace: number;
  /** How long an unused connection is kept. */
  readonly idle: number;
  readonly connections: number;
  /** How many messages are taken at a time. */
  readonly take: number;
  /** How long it waits until it looks again whether the network is back. */
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
