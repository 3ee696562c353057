/** What somebody wants who wrote this after the command, in a mention or in a direct message. */
export type CommandWords =
  | { readonly kind: 'help' }
  | { readonly kind: 'hours' }
  /** `release` is a release's short name as it is written in the base. */
  | { readonly kind: 'topics'; readonly release?: string }
  | { readonly kind: 'ask'; readonly question: string };

/**
 * Tells the few words that are orders from questions. An order is the whole text: "help" and
 * "Hours?" are orders, "help me find the quote" and "hours of the press office?" are questions.
 *
 * @param releases the short names that may be named alone or beside `topics`, in either order. A name that
 * isn't among them makes the text a question, so that no release under embargo is given away.
 */
export function parseCommandWords(text: string, releases: readonly string[]): CommandWords {
  const question = text.trim();
  const words = question
    .toLowerCase()
    .replace(/[.?!…]+$/u, '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const [first, second, third] = words;
  if (first === undefined) return { kind: 'help' };
  if (second === undefined)
    return orderOf(first) ?? topicsOf(first, releases) ?? { kind: 'ask', question };
  if (third !== undefined) return { kind: 'ask', question };
  const name = first === 'topics' ? second : second === 'topics' ? first : undefined;
  return topicsOf(name, releases) ?? { kind: 'ask', question };
}

function topicsOf(name: string | undefined, releases: readonly string[]): CommandWords | undefined {
  const release = releases.find((each) => each.toLowerCase() === name);
  return release === undefined ? undefined : { kind: 'topics', release };
}

function orderOf(word: string): CommandWords | undefined {
  return word === 'help' || word === 'hours' || word === 'topics' ? { kind: word } : undefined;
}
