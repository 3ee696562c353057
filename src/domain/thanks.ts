/** Longer texts are never mere thanks. */
const LONGEST = 200;

const DEGREE =
  '(?:so much|so very much|very much|ever so much|a lot|a million|again|all(?! the)|both|indeed)';
const GOOD =
  '(?:great|brilliant|perfect|lovely|excellent|super|superb|fantastic|wonderful|amazing|fab|good)';
const HELP = '(?:help|reply|response|answer|time|assistance|support|info|information|update)';
const FOR = `for (?:that|this|it|everything|(?:all )?(?:your|the) (?:(?:quick|prompt|speedy|swift|kind|fast|${GOOD}) )?${HELP}|letting me know|(?:getting|coming) back to me)`;

/** Each alone is thanks. */
const THANKS: readonly string[] = [
  `(?:(?:so )?many )?(?:thanks|thank (?:you|u)|thankyou|thanx|thx|ty|ta|cheers)(?: ${DEGREE})*(?: ${FOR})?(?: so quickly)?`,
  `(?:that is |thats |it is |its )?(?:really |very |much |greatly )?appreciated`,
  `(?:i )?(?:really |very much |do )?appreciate (?:it|that|this|your help)`,
  `(?:i am |im )?(?:very |most |so )grateful`,
  `(?:that is |thats |this is |it is |its )?(?:just |really |very |most |so )?(?:${GOOD}|helpful|kind)(?: of you)?`,
  '(?:nice one|good stuff|you(?: are|re)? a (?:star|legend)|you star)',
  ':(?:pray|heart|raised_hands|clap|tada):',
];

/** Goes with thanks, and is none by itself: "ok" may be the answer to something that we asked. */
const BESIDE: readonly string[] = [
  '(?:ok|okay|fine|noted|received|got it|understood|will do|all good|all clear|bye|hi|hello|hey)(?: there| all)?',
  '(?:that is|thats) all(?: i need(?:ed)?)?',
  `have a (?:${GOOD}|nice) (?:day|evening|weekend|afternoon|night|one)`,
  '(?:(?:kind|best|warm|all the) )?(?:regards|wishes|best)',
  ':(?:\\+1|thumbsup|ok_hand|smile|slightly_smiling_face|blush|wave|white_check_mark):',
];

const THANKS_FIRST = atStart(THANKS);
const BESIDE_FIRST = atStart(BESIDE);

/**
 * True for text that thanks and does nothing else: "thanks", "thank you so much", "great, cheers".
 * Anything unknown in it makes it false, as a follow-up taken for thanks would be a question lost.
 */
export function isThanks(text: string): boolean {
  if (text.length > LONGEST || /[?\u061F\uFF1F]/u.test(text)) return false;
  let rest = plain(text);
  let thanked = false;
  while (rest !== '') {
    const thanks = THANKS_FIRST.exec(rest);
    const found = thanks ?? BESIDE_FIRST.exec(rest);
    if (!found) return false;
    thanked ||= thanks !== null;
    rest = rest.slice(found[0].length);
  }
  return thanked;
}

/** Lower case, single spaces, no mention of ours, pictures by their names, no signs between words. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/<@[^>]*>/gu, ' ')
    .replaceAll(/[\u{1F3FB}-\u{1F3FF}\uFE0F]|:skin-tone-\d:/gu, '')
    .replaceAll('\u{1F64F}', ' :pray: ')
    .replaceAll('\u2764', ' :heart: ')
    .replaceAll('\u{1F44D}', ' :+1: ')
    .replaceAll(/['\u2019]/gu, '')
    .replaceAll(/[\s.,!;\u2026\p{Dash}]+/gu, ' ')
    .trim();
}

/** The longest way of saying it comes first, as the first that fits is taken. */
function atStart(phrases: readonly string[]): RegExp {
  return new RegExp(`^(?:${phrases.join('|')})(?: |$)`, 'u');
}
