import type { Json } from '../../local-slack/json.ts';

const SECRET_NAMES = /^(?:token|authorization|x-slack-signature|client_secret|signing_secret)$/i;
const SECRET_WORDS = /\bx(?:ox[a-z]|app)-[\w-]+/g;
const HIDDEN = '(left out)';

/** A payload without tokens and signatures. */
export function redacted(value: Json | undefined): Json | undefined {
  if (typeof value === 'string') return value.replaceAll(SECRET_WORDS, HIDDEN);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((each) => redacted(each) ?? null);
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      SECRET_NAMES.test(name) ? HIDDEN : redacted(each),
    ]),
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
