/** The entries and declined topics of the made-up release, without what is the same for all. */
export const ENTRIES = [
  {
    id: 'verdict-on-kennels',
    title: 'How well police dog kennels are run',
    kind: 'finding',
    gives: ['verdict'],
    passages: [
      'Police dog kennels in the north are well run on the whole, according to a made-up report.',
    ],
    questions: [
      'are the police dog kennels any good',
      'how well are kennels run',
      'verdict on the kennels of the north',
      'what did you make of where police dogs live',
      'are police dogs well looked after',
      'state of police kennels',
    ],
  },
  {
    id: 'cost-of-dogs',
    title: 'What police dogs cost',
    kind: 'quotation',
    gives: ['amount'],
    speaker: 'ada-fernsby',
    passages: ['Keeping the 412 dogs of the north costs £3.7 million each year.'],
    questions: [
      'what does keeping police dogs cost each year',
      'how much are the dogs of the north',
      'price of keeping police dogs',
      'annual cost of police dogs',
      'how many millions go on dogs',
      'what is the bill for the dogs',
    ],
  },
  {
    id: 'stoves',
    title: 'What Ada Fernsby recommends for kennels',
    kind: 'quotation',
    gives: ['action'],
    speaker: 'ada-fernsby',
    passages: ['We recommend that every kennel should have a stove by 30 September.'],
    questions: [
      'what do you recommend for the kennels',
      'should kennels have stoves',
      'recommendation about cold kennels',
      'how are kennels to be kept warm',
      'by when must there be a stove',
      'what should be done for cold dogs',
    ],
  },
  {
    id: 'kennels-visited',
    title: 'How many kennels the inspectors visited',
    kind: 'note',
    gives: ['number'],
    passages: ['The inspectors visited 31 kennels, by night.'],
    questions: [
      'how many kennels did you visit',
      'number of kennels inspected',
      'did you look at kennels by night',
      'which kennels were seen, how many',
      'size of the kennel inspection',
      'how many dog homes were visited',
    ],
  },
] as const;

export const DECLINED = [
  {
    id: 'names-of-dogs',
    title: 'What the police dogs are called',
    say: 'The made-up release does not name any dog.',
    ask: 'press-office',
    questions: [
      'what are the police dogs called',
      'name one of the dogs in the kennels',
      'is there a dog called rex in the kennels',
      'names of the police dogs',
    ],
  },
] as const;
