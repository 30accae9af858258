import type { Dispatcher } from '../../kernel/dispatch.ts';
import type { ConnectionLimits } from './connections.ts';

/** How many requests one address may make in a minute before it is told to wait. */
export interface Limits {
  /** Sign-ins from an address, and posts from an address to one link. */
  readonly posts: number;
  readonly requests: number;
}
export const usualLimits: Limits = { posts: 20, requests: 600 };

/** What the portal answers HTTPS with: PEM, as read from the files. */
export interface Tls {
  readonly cert: string;
  readonly key: string;
}

export interface PortalOptions {
  readonly dispatch: Dispatcher;
  /** Called with the token of every request that brings one, so that a session in use does not idle out. */
  readonly seen: (token: string) => Promise<void>;
  /** IP address to listen on. */
  readonly address: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** What links begin with when it is not address and port: perhaps the public side of a proxy. */
  readonly baseUrl?: string | null | undefined;
  /** Null: HTTP. */
  readonly tls?: Tls | null | undefined;
  /** Addresses and networks trusted to say on whose behalf they ask; empty: see `whoIsProxy`. */
  readonly trustedProxies?: readonly string[] | undefined;
  readonly connections?: Partial<ConnectionLimits> | undefined;
  /** The folder `resources/` of the installation. */
  readonly resourcesFolder: string;
  readonly limits?: Partial<Limits> | undefined;
  /** Records a defect of the portal itself; never with a path, which holds a token. */
  readonly report?: ((reference: string, error: unknown) => void) | undefined;
}

export interface Portal {
  /** What links begin with, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Answers new connections with another certificate; those that are open go on. */
  readonly renew: (tls: Tls) => void;
  readonly close: () => Promise<void>;
}
