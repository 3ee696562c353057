/** What somebody wants who wrote this after the command, in a mention or in a direct message. */
export type CommandWords =
  | { readonly kind: 'help' }
  | { readonly kind: 'hours' }
  /** `release` is a release's short name as it is written in the base. */
  | { readonly kind: 'topics'; readonly release?: string }
  /** To a press officer; empty where the form is to open without a question. */
  | { readonly kind: 'hand-over'; readonly question: string }
  /** The desk's list: all of it, what the officer owns, or what these words find. */
  | { readonly kind: 'desk'; readonly only?: 'mine'; readonly search?: string }
  /** The reason may be empty: the desk refuses that, and says how it is done. */
  | { readonly kind: 'off'; readonly reason: string }
  | { readonly kind: 'on' }
  | { readonly kind: 'ask'; readonly question: string };

/** Which orders there are beside help, hours and topics; none of them where nothing is said. */
export interface Orders {
  /**
   * `ask`, where there is a desk. Where a form opens at once anything may follow it; elsewhere only words
   * in quotation marks, so that "ask her who paid" stays a question that is answered.
   */
  readonly handOver?: 'anything' | 'quoted';
  /** `desk`, `off` and `on`: for press officers. */
  readonly officer?: boolean;
}

/** The longest search that is one; anything longer is a question. */
const LONGEST_SEARCH = 200;

/**
 * Tells the few words that are orders from questions. An order is the whole text: "help" and
 * "Hours?" are orders, "help me find the quote" and "hours of the press office?" are questions.
 * `ask` hands over what follows it; `off` needs its reason in quotation marks, so that "off the
 * record?" is a question; `desk` is followed by nothing, `mine` or words that are no question.
 *
 * @param releases the short names that may be named alone or beside `topics`, in either order. A name that
 * isn't among them makes the text a question, so that no release under embargo is given away.
 */
export function parseCommandWords(
  text: string,
  releases: readonly string[],
  orders: Orders = {},
): CommandWords {
  const question = text.trim();
  return (
    handOver(question, orders) ??
    officersOrder(question, orders) ??
    shortOrder(question, releases) ?? { kind: 'ask', question }
  );
}

function handOver(text: string, { handOver: may }: Orders): CommandWords | undefined {
  const match = may ? /^ask(?:\s+(?<rest>.*))?$/isu.exec(text) : null;
  if (!match) return undefined;
  const rest = match.groups?.rest?.trim() ?? '';
  const quoted = rest === '' ? '' : inQuotes(rest);
  if (quoted === undefined && may === 'quoted') return undefined;
  return { kind: 'hand-over', question: quoted ?? rest };
}

function officersOrder(text: string, { officer }: Orders): CommandWords | undefined {
  if (!officer) return undefined;
  const [, word = '', rest = ''] = /^(desk|off|on)(?:\s+(.*))?$/isu.exec(text) ?? [];
  switch (word.toLowerCase()) {
    case 'desk':
      return deskOrder(rest.trim());
    case 'off': {
      const reason = rest.trim() === '' ? '' : inQuotes(rest.trim());
      return reason === undefined ? undefined : { kind: 'off', reason };
    }
    case 'on':
      // Whoever gave a reason for "off" may give one for "on"; "on the record?" is a question.
      return rest.trim() === '' || inQuotes(rest.trim()) !== undefined ? { kind: 'on' } : undefined;
    default:
      return undefined;
  }
}

/**
 * Looks like an order to stop answers and is none, since its reason stands in no quotation marks. Only
 * asked of what {@link parseCommandWords} took for a question.
 */
export function isNearlyOff(text: string): boolean {
  return /^off\s+[^?]+$/isu.test(text.trim()) && !/^off[\s-]+the[\s-]+record\b/iu.test(text.trim());
}

function deskOrder(rest: string): CommandWords | undefined {
  if (rest === '') return { kind: 'desk' };
  if (/^mine$/iu.test(rest)) return { kind: 'desk', only: 'mine' };
  const isSearch = rest.length <= LONGEST_SEARCH && !/[?\n]/u.test(rest);
  return isSearch ? { kind: 'desk', search: inQuotes(rest) ?? rest } : undefined;
}

/** What stands between quotation marks, straight or curly, where they hold the whole text. */
function inQuotes(text: string): string | undefined {
  return /^["“”](?<inner>.*)["“”]$/su.exec(text)?.groups?.inner?.trim();
}

function shortOrder(question: string, releases: readonly string[]): CommandWords | undefined {
  const words = question
    .toLowerCase()
    .replace(/[.?!…]+$/u, '')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const [first, second, third] = words;
  if (first === undefined) return { kind: 'help' };
  if (second === undefined) return orderOf(first) ?? topicsOf(first, releases);
  if (third !== undefined) return undefined;
  const name = first === 'topics' ? second : second === 'topics' ? first : undefined;
  return topicsOf(name, releases);
}

function topicsOf(name: string | undefined, releases: readonly string[]): CommandWords | undefined {
  const release = releases.find((each) => each.toLowerCase() === name);
  return release === undefined ? undefined : { kind: 'topics', release };
}

function orderOf(word: string): CommandWords | undefined {
  return word === 'help' || word === 'hours' || word === 'topics' ? { kind: word } : undefined;
}
