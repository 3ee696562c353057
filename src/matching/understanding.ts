import { cleaned, contentWords, wordsOf } from './text.ts';

/** What a message asks once greeting, outlet, deadline and thanks are taken off it. */
export interface Understanding {
  /** One or more questions, in order; never empty, though the one may be an empty text. */
  readonly asks: readonly Ask[];
  /** What was taken off, in order: kept for whoever needs the outlet or the deadline. */
  readonly framing: readonly string[];
}

/** A question, and the ways to read it: alone, or with what was said around it. */
export interface Ask {
  readonly text: string;
  readonly readings: readonly string[];
}

/** Most questions of one message that are answered apart; more are read as one. */
const MOST_ASKS = 4;
const GREETING =
  /^(?:hi|hiya|hello|hey|dear|morning|afternoon|evening|good (?:morning|afternoon|evening|day)|greetings)\b/i;
const THANKS =
  /\b(?:thanks|thank you|thx|cheers|ta|regards|best wishes|best|sincerely|yours|much appreciated|grateful|sorry|apologies)\b/i;
const DEADLINE =
  /\b(?:deadline|filing|files?|filed|on air|live|print(?:ing)?|press time|lock|asap|urgent(?:ly)?|by (?:noon|midnight|lunch|tonight|one|two|three|four|five|six|seven|eight|nine|ten|\d)|tonight|in \d+ min|minutes|mins|till \d|until \d|splash)\b/i;
const WHO_ASKS =
  /\b(?:i'm|i am|we're|we are|this is|it's|it is|here|writing|calling|working|from|reporter|journalist|correspondent|editor|producer|researcher|trainee|student|desk|magazine|newspaper|paper|news|radio|tv|bbc|itv|podcast|outlet|colleague)\b/i;
const ASKS =
  /^(?:and |but |so |ok |also |then )?(?:who|whom|whose|what|what's|when|where|which|why|how|is|are|was|were|do|does|did|can|could|will|would|should|has|have|had|may|any|give|send|tell|list|name|confirm|explain|define|need|want|looking|please|got|show|link|quote|remind|spell)\b/i;
/** What is said out of courtesy alone, with or without a question mark: "how are you?". */
const SMALL_TALK: readonly RegExp[] = [
  /^(?:and )?(?:how are (?:you|things)|how's (?:it going|things|life)|how do you do)\b(?: \S+){0,2}\W*$/i,
  /^(?:are )?you (?:well|ok|okay|alright)\W*$|^all (?:well|good)\b(?: \S+){0,2}\W*$/i,
  /^(?:(?:i|we) )?(?:hope|trust) (?:\S+ ){1,6}(?:well|ok|okay|good|great|fine|week|weekend|day|break|holiday|christmas|easter|summer)\b(?: \S+){0,2}\W*$/i,
  /^to (?:bother|trouble|disturb|pester|chase) you\b(?: \S+){0,2}\W*$/i,
];
/** What asks without a question mark, beside sentences that have one. */
const ORDERS =
  /^(?:and |also |then |please )?(?:give|send|tell|list|name|confirm|explain|define|show|quote|spell|remind)\b/i;
const ASKS_UNMARKED =
  /^(?:and |also,? |then )?(?:who|whom|whose|what|when|where|which|why|how|is|are|was|were|do|does|did|has|have)\b/i;
const WANTS =
  /\b(?:need|want|wants|like to (?:know|have|see)|looking for|could you|can you|can i|could i|please (?:give|send|tell|confirm|list)|wondering|tell me|let me know|give me|send me)\b/i;

/**
 * Reads a message. Sentences that greet, introduce, thank or name a deadline are framing where the
 * message has something else; what asks is split into its questions. Pure and bounded.
 *
 * `topic` is what the conversation was about: a short first question is also read as going on from it.
 */
export function understand(message: string, topic?: string): Understanding {
  const { asks, framing } = understandAlone(message);
  if (topic === undefined) return { asks, framing };
  return { asks: asks.map((ask, index) => (index === 0 ? goingOn(ask, topic) : ask)), framing };
}

/** A question of more content words than this says by itself what it is about. */
const SHORT_QUESTION = 4;

/** "and out of hours?", "who said that?": read with what was spoken of before. */
function goingOn(ask: Ask, topic: string): Ask {
  const meant = contentWords(wordsOf(cleaned(topic))).join(' ');
  if (meant === '' || contentWords(wordsOf(ask.text)).length > SHORT_QUESTION) return ask;
  const reading = POINTS_BACK.test(ask.text)
    ? ask.text.replace(POINTS_BACK, meant)
    : `${meant} ${ask.text}`;
  return { ...ask, readings: [...ask.readings, reading] };
}

function understandAlone(message: string): Understanding {
  const text = cleaned(message);
  const sentences = sentencesOf(text).map(unwrapped);
  const asked = sentences.filter((sentence) => sentences.length === 1 || !isFraming(sentence));
  // "Hi! Who's on call tonight": that is no deadline where nothing else is asked.
  const kept = asked.length > 0 ? asked : sentences.filter((sentence) => !isCourtesy(sentence));
  const framing = sentences.filter((sentence) => !kept.includes(sentence));
  if (kept.length === 0) return { asks: [{ text, readings: [text] }], framing: [] };
  const whole = kept.join(' ');
  const chosen = askingOf(kept);
  const parts = chosen.flatMap(questionsIn);
  if (parts.length > 1 && parts.length <= MOST_ASKS) {
    return { asks: parts.map((part, index) => askOf(part, parts[index - 1])), framing };
  }
  if (chosen.length === 0) return { asks: [askOf(whole, undefined)], framing };
  const before = sentences[sentences.indexOf(chosen[0] ?? '') - 1];
  return { asks: [askOf(chosen.join(' '), before)], framing };
}

/** A question that points back ("where can I get it?") is also read with what it points to. */
function askOf(text: string, before: string | undefined): Ask {
  const readings = readingsOf(text);
  if (before === undefined || isCourtesy(before) || !POINTS_BACK.test(text))
    return { text, readings };
  const meant = contentWords(wordsOf(before)).join(' ');
  return {
    text,
    readings: meant === '' ? readings : [...readings, text.replace(POINTS_BACK, meant)],
  };
}

/** The sentences that ask: those with a question mark and what else plainly asks; or what wants. */
function askingOf(kept: readonly string[]): string[] {
  const marked = kept.filter((sentence) => sentence.includes('?'));
  if (marked.length === 0) return kept.filter(isAsking);
  return kept.filter(
    (sentence) =>
      sentence.includes('?') ||
      ((ORDERS.test(sentence) || ASKS_UNMARKED.test(sentence)) && !DEADLINE.test(sentence)),
  );
}

const POINTS_BACK = /\b(?:it|its|that|those|them|they|this|these|one)\b/i;

function sentencesOf(text: string): string[] {
  return text
    .split(
      /(?<=[.?!…])(?<!\b(?:i\.e|e\.g|etc|no|mr|mrs|ms|dr|st|vs)\.)\s+|\s*;\s+|\s+(?=\(?\d\)\s)/i,
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** Words that no greeting has after it: "Hi what is the report called, please" begins to ask at once. */
const NOT_GREETED =
  "and|but|so|who|who's|whos|whom|whose|what|what's|whats|when|where|which|why|how|is|are|was|were|do|does|did|can|could|will|would|should|has|have|had|may|any|anything|something|give|gimme|send|tell|list|name|confirm|explain|define|need|want|looking|please|got|show|link|quote|remind|i've|our|he|she|they|about|apart|besides|if|under|according|picture|photo";
/** A greeting with whom it greets, or with who greets: "Morning Jo,", "Hi, this is Al of the Echo:". */
const GREETING_TO_SOMEBODY = new RegExp(
  `^(?:hi|hiya|hello|hey|dear|morning|afternoon|evening|good (?:morning|afternoon|evening|day)|greetings)\\b(?: (?:my name is|this is|it's|i'm|i am)\\b)?(?:(?! (?:-|(?:${NOT_GREETED})\\b))[^,:?!.]){0,80}[,:!.]+\\s*`,
  'i',
);

const OPENINGS: readonly RegExp[] = [
  GREETING_TO_SOMEBODY,
  /^(?:hi|hiya|hello|hey|dear (?:sir or madam|sirs?|madam|all|team|press office|colleagues)|morning|afternoon|evening|good (?:morning|afternoon|evening|day)|greetings)(?: (?:there|all|team|again|folks|both|from [A-Z]\w+))?(?:\s*[,!.:-]+\s*|\s+|$)/i,
  /^(?:sorry|apologies|quick (?:one|question|q)|ok(?:ay)?(?: so)?|so|right|well|also|btw|by the way|just|actually|please|pls|um|er|oh)(?:\s*[,:!-]+\s*|\s+)/i,
  /^(?:(?:i|we) )?(?:hope|trust) (?:all|everyone|everybody|everything|things|this|that|it|you|your)\b[^,:;.?!]{0,60}[,:;.!]+\s*/i,
  /^\(?\d\)\s*/,
];
const CLOSINGS: readonly RegExp[] = [
  /[\s,.!-]*\b(?:many thanks|thanks(?: (?:a lot|so much|in advance|again|very much))?|thank you(?: (?:so|very) much| in advance)?|thx|cheers|ta|pls|please|asap|kind regards|best regards|regards|best wishes|sincerely|much appreciated)\b[\s.!]*$/i,
  /[\s,-]+(?:on|am on|i'm on) deadline[\s.!]*$/i,
];

/** A sentence without its greeting in front and its thanks behind. */
function unwrapped(sentence: string): string {
  let text = sentence;
  for (let round = 0; round < 3; round += 1) {
    const before = text;
    for (const pattern of [...OPENINGS, ...CLOSINGS]) {
      const shorter = text.replace(pattern, '').trim();
      if (/[\p{L}\p{N}]/u.test(shorter)) text = shorter;
    }
    if (text === before) break;
  }
  return text;
}

function isAsking(sentence: string): boolean {
  return sentence.includes('?') || ASKS.test(sentence) || WANTS.test(sentence);
}

function isFraming(sentence: string): boolean {
  if (isCourtesy(sentence)) return true;
  if (sentence.includes('?')) return false;
  if (ASKS.test(sentence) && !DEADLINE.test(sentence)) return false;
  if (DEADLINE.test(sentence)) return true;
  return WHO_ASKS.test(sentence) && !WANTS.test(sentence);
}

function isCourtesy(sentence: string): boolean {
  if (SMALL_TALK.some((pattern) => pattern.test(sentence))) return true;
  if (sentence.includes('?')) return false;
  const words = sentence.split(' ').length;
  if (GREETING.test(sentence)) return words <= 6;
  return THANKS.test(sentence) && words <= 8 && !ASKS.test(sentence);
}

const NEXT_QUESTION =
  /(?:\s*,\s*(?:and\s+|plus\s+)?|\s+(?:and|&|plus)\s+(?:also\s+)?)(?=(?:who|who's|whom|whose|what|what's|when|where|which|why|how)\b)/i;
const STARTS_QUESTION =
  /\b(?:who|who's|whom|whose|what|what's|when|where|which|why|how)\b|^(?:is|are|was|were|do|does|did|can|could|has|have|will)\b/i;

/** "what's the report called and who's quoted?" holds two questions; most sentences hold one. */
function questionsIn(sentence: string): string[] {
  const parts = sentence.split(NEXT_QUESTION).map((part) => part.trim());
  const whole =
    parts.length > 1 &&
    parts.every((part) => part.split(' ').length > 1 && STARTS_QUESTION.test(part));
  return whole ? parts : [sentence];
}

/** Where what is said before a question ends: "new to this beat - who are you?", "I'm late, who do I ring". */
const BEFORE_QUESTION =
  /:\s+|\s-\s|,\s+(?=(?:so\s+|but\s+)?(?:who|who's|what|what's|when|where|which|why|how)\b)/i;

/** A question by itself and, where something was said before it, also without that. */
function readingsOf(ask: string): string[] {
  const tail = ask.split(BEFORE_QUESTION).at(-1) ?? ask;
  if (tail === ask) return [ask];
  // "National force: the price tag?" begins with what it is about; only a question stands alone.
  return ASKS.test(tail) && contentWords(wordsOf(tail)).length >= 1 ? [ask, tail] : [ask];
}
