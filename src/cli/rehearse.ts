import type { DeclinedTopic, Entry, Release } from '../domain/release.ts';
import { contentWords, stemOf, wordsOf } from '../matching/text.ts';
import { type Arguments, runCommand, UsageError } from './arguments.ts';
import { wholeBase } from './measuring.ts';

const USAGE = `What a release invites and leaves unsaid, and which of it has words ready:
  npm run rehearse
  npm run rehearse -- cyber`;

async function rehearse({ words }: Arguments): Promise<number> {
  const { base } = wholeBase();
  const releases = base.releases.filter((release) => words === '' || release.id === words);
  if (releases.length === 0) {
    throw new UsageError(
      `There is no release called “${words.slice(0, 40)}”; there is ${base.releases.map(({ id }) => id).join(', ')}.\n${USAGE}`,
    );
  }
  console.log(releases.map(rehearsalOf).join('\n\n'));
  return 0;
}

/** Every entry with what would be asked next, and the topics that stand near no entry. */
function rehearsalOf(release: Release): string {
  const near = new Map<string, DeclinedTopic[]>();
  const apart: DeclinedTopic[] = [];
  for (const topic of release.declined) {
    const entry = nearestEntry(topic, release.entries);
    if (entry) near.set(entry.id, [...(near.get(entry.id) ?? []), topic]);
    else apart.push(topic);
  }
  const bare = release.entries.filter((entry) => !near.has(entry.id));
  return [
    `${release.title} (${release.id})`,
    `${release.declined.length} things that it invites and does not say have words ready.`,
    ...release.entries
      .filter((entry) => near.has(entry.id))
      .flatMap((entry) => [`\nAfter “${entry.title}”:`, ...(near.get(entry.id) ?? []).map(lineOf)]),
    ...(apart.length > 0 ? ['\nOf the release as a whole:', ...apart.map(lineOf)] : []),
    ...(bare.length > 0
      ? [
          '\nNo words are ready for what would be asked after these; think of it before a reporter does:',
          ...bare.map((entry) => `  ${entry.title}`),
        ]
      : []),
  ].join('\n');
}

function lineOf(topic: DeclinedTopic): string {
  return `  ${topic.title}: “${topic.say}”`;
}

/** The entry whose wordings share the most telling words with the topic's. */
function nearestEntry(topic: DeclinedTopic, entries: readonly Entry[]): Entry | undefined {
  const rarity = rarityIn(entries);
  const wanted = [...stemsIn(topic)];
  const weighed = entries.map((entry) => {
    const own = stemsIn(entry);
    const shared = wanted.filter((stem) => own.has(stem));
    return { entry, weight: shared.reduce((sum, stem) => sum + (rarity.get(stem) ?? 0), 0) };
  });
  const [best] = weighed.sort((a, b) => b.weight - a.weight);
  return best && best.weight >= LEAST_SHARED ? best.entry : undefined;
}

/** A stem that all of `n` entries have counts 1/n. */
function rarityIn(entries: readonly Entry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const stem of entries.flatMap((entry) => [...stemsIn(entry)])) {
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return new Map([...counts].map(([stem, count]) => [stem, 1 / count]));
}

/** Less than about one word that only this entry and the topic have is no kinship. */
const LEAST_SHARED = 1.5;

function stemsIn(thing: Entry | DeclinedTopic): Set<string> {
  return new Set(
    [thing.title, ...thing.questions].flatMap((text) => contentWords(wordsOf(text)).map(stemOf)),
  );
}

await runCommand(USAGE, {}, rehearse);
