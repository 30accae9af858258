import type fc from 'fast-check';

/** Registers work for when the target is no longer needed; what was registered last runs first. */
export type Later = (work: () => unknown) => void;

export interface Fed {
  /** The input was understood; refusing is right as well, but a target that refuses everything shows nothing. */
  readonly taken: boolean;
  /** Given where the target itself measures better: waiting for what never comes is no work. */
  readonly milliseconds?: number;
}

/**
 * Gives one input to a parser and throws when the answer is neither a valid one nor a refusal that it may give. Never
 * waits for longer than a second on purpose.
 */
export type Feed<T> = (input: T) => Fed | Promise<Fed>;

/** A parser, the inputs that are made for it, and what it may answer. */
export interface Target<T> {
  readonly name: string;
  readonly inputs: fc.Arbitrary<T>;
  readonly open: (later: Later) => Feed<T> | Promise<Feed<T>>;
  /** How many inputs one opening takes, where they leave something behind. */
  readonly renewAfter?: number;
}

/** A target of any kind of input, for lists of targets. */
// biome-ignore lint/suspicious/noExplicitAny: inputs go from a target's arbitrary to its own feed and nowhere else
export type AnyTarget = Target<any>;

export const taken: Fed = { taken: true };
export const refused: Fed = { taken: false };
