import type { Passage } from '../domain/release.ts';

const NUMBERED = /^(.*?)(item|paragraph|note) (\d+)$/;

/** "first list, items 1 to 5", "notes 7 and 8", "paragraph 6; second list, item 2". */
export function placesInWords(passages: readonly Pick<Passage, 'place'>[]): string {
  const groups: { lead: string; noun: string; numbers: number[]; whole: string }[] = [];
  for (const { place } of passages) {
    const match = NUMBERED.exec(place);
    const [lead, noun, number] = match ? [match[1] ?? '', match[2] ?? '', Number(match[3])] : [place, '', 0];
    const last = groups.at(-1);
    if (last && match && last.lead === lead && last.noun === noun) {
      if (!last.numbers.includes(number)) last.numbers.push(number);
    } else if (!last || last.whole !== place) {
      groups.push({ lead, noun, numbers: match ? [number] : [], whole: place });
    }
  }
  return groups.map(inWords).join('; ');
}

function inWords(group: { lead: string; noun: string; numbers: number[]; whole: string }): string {
  const { lead, noun, numbers, whole } = group;
  if (numbers.length < 2) return whole;
  const first = numbers[0] ?? 0;
  const last = numbers.at(-1) ?? 0;
  const run = last - first === numbers.length - 1;
  if (numbers.length > 2 && run) return `${lead}${noun}s ${first} to ${last}`;
  return `${lead}${noun}s ${numbers.slice(0, -1).join(', ')} and ${last}`;
}
