/** The bot can't begin to work with Slack; `message` is one plain sentence for an operator. */
export class SlackStartError extends Error {
  override readonly name = 'SlackStartError';
  readonly code: 'SLACK_TOKEN_REFUSED' | 'SLACK_UNREACHABLE' | 'PORT_IN_USE' | 'PORT_UNUSABLE';

  constructor(code: SlackStartError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

/**
 * What Slack itself said (`invalid_auth`), or what the SDK or the system calls it (`ECONNREFUSED`);
 * undefined where nothing of the kind is told.
 */
export function errorCode(error: unknown): string | undefined {
  return slackSaid(error) ?? systemCode(error) ?? stringOf(error, 'code');
}

/** The word of Slack's refusal, where the call arrived and Slack refused it. */
export function slackSaid(error: unknown): string | undefined {
  return stringOf(fieldOf(error, 'data'), 'error');
}

/** Refusals that pass by themselves; all others stay until somebody changes a token or a setting. */
const PASSING = new Set([
  'internal_error',
  'fatal_error',
  'ratelimited',
  'rate_limited',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);

/** True where Slack refused for good: a wrong or revoked token, a missing scope. */
export function isRefusal(error: unknown): boolean {
  const said = slackSaid(error);
  return said !== undefined && !PASSING.has(said);
}

/**
 * The facts of an error for the log. Never its message, which may hold what a person wrote: the
 * place in our code says where to look.
 */
export function errorFields(error: unknown): { error: string; code?: string; at?: string } {
  const name = error instanceof Error ? error.name : typeof error;
  const code = errorCode(error);
  const at = error instanceof Error ? frames(error) : '';
  return { error: name, ...(code ? { code } : {}), ...(at ? { at } : {}) };
}

/** `ECONNREFUSED` and the like, which the SDK wraps once or twice. */
function systemCode(error: unknown): string | undefined {
  let current: unknown = error;
  for (let depth = 0; depth < 4; depth += 1) {
    const code = stringOf(current, 'code');
    if (code && /^E[A-Z]+$/.test(code)) return code;
    current = fieldOf(current, 'cause');
  }
  return undefined;
}

function frames(error: Error): string {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 4)
    .map((line) => line.trim())
    .join(' | ');
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

function stringOf(value: unknown, name: string): string | undefined {
  const field = fieldOf(value, name);
  return typeof field === 'string' ? field : undefined;
}
