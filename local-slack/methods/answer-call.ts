import type { Manifest } from '../manifest.ts';
import { SECRETS } from '../names.ts';
import { type Answer, type Call, type Method, refuse } from './method.ts';
import { METHODS } from './table.ts';

/** Answers one call as Slack does: method, token, scope, arguments, then the method's own rules. */
export function answerCall(name: string, token: string, call: Call, manifest: Manifest): Answer {
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (!method) return refuse('unknown_method');
  return (
    refusalOfToken(method, token) ??
    refusalOfScope(method, call, manifest) ??
    refusalOfArguments(method, call) ??
    method.run(call)
  );
}

function refusalOfToken(method: Method, token: string): Answer | undefined {
  if (token === '') return refuse('not_authed');
  if (token === (method.token === 'app' ? SECRETS.appToken : SECRETS.botToken)) return undefined;
  const known = token === SECRETS.appToken || token === SECRETS.botToken;
  return refuse(known ? 'not_allowed_token_type' : 'invalid_auth');
}

function refusalOfScope(
  { scopes, token }: Method,
  call: Call,
  manifest: Manifest,
): Answer | undefined {
  const needed = typeof scopes === 'function' ? scopes(call) : scopes;
  const enough = needed.length === 0 || needed.some((scope) => manifest.scopes.includes(scope));
  if (token === 'app' || enough) return undefined;
  const error = 'missing_scope';
  const said = { needed: needed.join(','), provided: manifest.scopes.join(',') };
  return { body: { ok: false, error, ...said }, refused: `${error}: ${said.needed}` };
}

function refusalOfArguments({ required }: Method, { body }: Call): Answer | undefined {
  const missing = required.filter((name) => (body[name] ?? '') === '');
  if (missing.length === 0) return undefined;
  return refuse(
    'invalid_arguments',
    missing.map((name) => `[ERROR] missing required field: ${name}`),
  );
}
