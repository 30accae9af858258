import { messagesIn } from '#contract/messages/index.ts';
import type { OauthClient } from '../../kernel/access-tokens.ts';
import { SmtpFailure } from '../smtp/failure.ts';
import { hideForms, hideLongRuns } from '../smtp/hide-secrets.ts';

export interface Granted {
  readonly accessToken: string;
  /** How long it is valid, in milliseconds. */
  readonly lasts: number;
  /** The one to use from now on; undefined: the same. */
  readonly refreshToken: string | undefined;
}

/** Where the answer does not state it (RFC 6749, 5.1 only recommends that). */
const usualSeconds = 300;
const mostBytes = 65_536;
/** What a login line may contain: no spaces, no control characters (RFC 6750, 2.1). */
const bearer = /^[\x21-\x7e]{1,16384}$/;
const printable = /^[\x20-\x7e]{1,8192}$/;

/**
 * Asks a token endpoint for an access token (RFC 6749, 6). Redirects are not followed: the secrets are for this host only.
 * @param timeout in milliseconds, for the whole answer
 * @throws SmtpFailure of the stage `token`, without secrets, whatever the endpoint says
 */
export async function requestToken(client: OauthClient, refreshToken: string, timeout: number): Promise<Granted> {
  const words = messagesIn('en').mail.token;
  const { host } = new URL(client.endpoint);
  const secrets = [refreshToken, client.clientSecret].filter((s) => s !== '');
  const clean = (text: string) => hideLongRuns(hideForms(text, [...secrets, ...secrets.map(encodeURIComponent)]));
  let status: number;
  let text: string;
  try {
    const response = await fetch(client.endpoint, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: formOf(client, refreshToken).toString(),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    status = response.status;
    text = await read(response);
  } catch (error) {
    const code = codeOf(error);
    const known: Readonly<Record<string, string>> = messagesIn('en').outbox.answers.codes;
    throw failure(words.away(host, `${code} ${known[code] ?? words.noAnswer}`), code, certificate.test(code));
  }
  const answer = objectIn(text);
  if (status >= 200 && status < 300) {
    const malformed = (what: string) => failure(words.malformed(host, what), 'TOKEN-MALFORMED', true);
    if (!answer) throw malformed(words.noJson);
    const { access_token, token_type, refresh_token, expires_in = usualSeconds } = answer;
    if (typeof access_token !== 'string' || !bearer.test(access_token)) throw malformed(words.noToken);
    if (token_type !== undefined && !/^bearer$/i.test(String(token_type))) throw malformed(words.notBearer);
    const seconds = Number(expires_in);
    if (!Number.isFinite(seconds) || seconds < 0) throw malformed(words.noExpiry);
    if (refresh_token !== undefined && (typeof refresh_token !== 'string' || !printable.test(refresh_token)))
      throw malformed(words.badRefresh);
    return { accessToken: access_token, lasts: seconds * 1000, refreshToken: refresh_token };
  }
  const passing = status >= 500 || status === 408 || status === 429;
  const code = typeof answer?.error === 'string' ? clean(answer.error).slice(0, 60) : '';
  const detail = typeof answer?.error_description === 'string' ? clean(answer.error_description) : '';
  if (code === '') throw failure(words.status(host, status), `HTTP-${status}`, !passing);
  const why: Readonly<Record<string, string>> = words.reasons;
  const said = words.said(host, [code, detail].filter((part) => part !== '').join(': '));
  if (passing || code === 'temporarily_unavailable') throw failure(said, code, false);
  throw failure(`${Object.hasOwn(why, code) ? why[code] : words.refused} ${said}`, code, true);
}

const certificate = /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_(SSL|TLS)_|HOSTNAME_MISMATCH/;

const failure = (message: string, code: string, lasting: boolean) =>
  new SmtpFailure(message, { stage: 'token', code, lasting });

function formOf({ clientId, clientSecret, scope }: OauthClient, refreshToken: string): URLSearchParams {
  const form = new URLSearchParams({ grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken });
  if (clientSecret !== '') form.set('client_secret', clientSecret);
  if (scope !== '') form.set('scope', scope);
  return form;
}

/** The beginning of an answer: a token endpoint never says more. */
async function read({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > mostBytes) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** `fetch` hides the system's error in the cause; with several addresses, the first one's is used. */
function codeOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: string; errors?: { code?: string }[] } };
  if (name === 'TimeoutError') return 'ETIMEDOUT';
  const code = cause?.code ?? cause?.errors?.[0]?.code;
  return code === undefined || code === 'UND_ERR_SOCKET' ? 'ELOST' : code;
}
