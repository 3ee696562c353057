import type { IncomingMessage } from 'node:http';

/** Why a request is not answered, for whoever made it. */
export interface Refusal {
  readonly status: number;
  readonly problem: string;
}

/** For every answer: nothing from elsewhere, nothing inline, nobody's frame. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/**
 * Turns away what no page of ours sends. A foreign name in `Host` means that somebody's own name
 * was made to lead to this machine (DNS rebinding); a POST from another page has a foreign `Origin`,
 * and can't be JSON without asking first.
 */
export function refusalOf({ headers, method }: IncomingMessage, port: number): Refusal | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const host = headers.host ?? '';
  if (!hosts.includes(host)) {
    return { status: 403, problem: `This page is only served at http://${hosts[0]}/.` };
  }
  if (method === 'GET') return undefined;
  if (method !== 'POST') return { status: 405, problem: 'Only GET and POST are answered here.' };
  if (headers.origin !== `http://${host}`) {
    return { status: 403, problem: 'Only the playground’s own page may do things here.' };
  }
  const [type] = (headers['content-type'] ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/json') {
    return { status: 415, problem: 'What is sent must be application/json.' };
  }
  return undefined;
}
