import type { Passage } from '../domain/release.ts';

const NUMBERED = /^(.*?)(item|paragraph|note) (\d+)$/;

/** Neighbouring places of one kind: "first list, item" and its numbers. */
interface Group {
  readonly lead: string;
  readonly numbers: number[];
}

/** "first list, items 1 to 5", "notes 7 and 8", "paragraph 6; second list, item 2". */
export function placesInWords(passages: readonly Pick<Passage, 'place'>[]): string {
  const groups: Group[] = [];
  for (const { place } of passages) {
    const { lead, number } = partsOf(place);
    const last = groups.at(-1);
    if (last?.lead !== lead) groups.push({ lead, numbers: number === undefined ? [] : [number] });
    else if (number !== undefined && !last.numbers.includes(number)) last.numbers.push(number);
  }
  return groups.map(inWords).join('; ');
}

function partsOf(place: string): { lead: string; number: number | undefined } {
  const match = NUMBERED.exec(place);
  return match
    ? { lead: `${match[1]}${match[2]}`, number: Number(match[3]) }
    : { lead: place, number: undefined };
}

function inWords({ lead, numbers }: Group): string {
  const first = numbers[0];
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return lead;
  if (numbers.length === 1) return `${lead} ${first}`;
  const isRun = numbers.every((number, index) => number === first + index);
  if (numbers.length > 2 && isRun) return `${lead}s ${first} to ${last}`;
  return `${lead}s ${numbers.slice(0, -1).join(', ')} and ${last}`;
}
