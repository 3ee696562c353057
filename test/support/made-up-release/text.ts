/** A press release that nobody ever issued. Every name and number in it is invented. */
export const RELEASE_TEXT = `Police dog kennels are well run, but some are too cold in winter, finds Inspectorate

Police dog kennels in the north are well run on the whole, according to a made-up report. However, one kennel in four is too cold between November and March.

The made-up report, Warm noses – An inspection of police dog kennels, praised three things:

  • handlers who know their dogs;
  • clean bedding every morning; and
  • a vet within half an hour of each kennel.

His Majesty’s Inspector of Kennels Ada Fernsby said:

“A police dog works hard and sleeps little. Keeping the 412 dogs of the north costs £3.7 million each year. Nobody who has met one would call that dear.

“We recommend that every kennel should have a stove by 30 September. A cold dog is a slow dog.”


  1. For the purposes of the report, a kennel was called cold where its floor was below 10 degrees at six in the morning.
  2. The inspectors visited 31 kennels, by night.`;

/** Words that stand in this release and in no other; none may be seen before the embargo lifts. */
export const TELLING_WORDS: readonly string[] = [
  'kennel',
  'Warm noses',
  'Fernsby',
  '£3.7 million',
  '412 dogs',
  'stove',
];

/** A question that this release answers with {@link COST}. */
export const QUESTION = 'what does keeping police dogs cost each year';
export const COST = 'Keeping the 412 dogs of the north costs £3.7 million each year.';
export const SPEAKER = 'His Majesty’s Inspector of Kennels Ada Fernsby';
export const TITLE =
  'Police dog kennels are well run, but some are too cold in winter, finds Inspectorate';
