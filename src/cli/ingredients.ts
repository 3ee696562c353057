import type { KnowledgeBase } from '../domain/knowledge-base.ts';
import type { Release } from '../domain/release.ts';
import { tryVariant, type Variant } from '../evaluation/trial.ts';
import { GROUP_WEIGHTS } from '../matching/features.ts';
import { type Arguments, runCommand, UsageError } from './arguments.ts';
import { labelRows } from './ingredients-of-labels.ts';
import { goldenSet, servedBase } from './measuring.ts';

const USAGE = `What each ingredient of the matching is worth, each left out in turn:
  npm run ingredients
  npm run ingredients -- --curve      (how much the wordings and the declined topics bring)
  npm run ingredients -- --examples examples.jsonl --questions questions.jsonl
(the last on anybody's labelled lines, like {"text": "where is my parcel", "label": "delivery"})`;

const OPTIONS = {
  curve: { type: 'boolean' },
  examples: { type: 'string' },
  questions: { type: 'string' },
} as const;

async function ingredients({ values }: Arguments): Promise<number> {
  const { base, office } = servedBase();
  if (typeof values.examples === 'string' || typeof values.questions === 'string') {
    for (const row of labelRows(filesOf(values.examples, values.questions), base)) console.log(row);
    return 0;
  }
  const calibration = goldenSet('calibration.jsonl');
  const judged = goldenSet('questions.jsonl');
  console.log('| variant | first | area | right at 2 / 5 / 10 % false |\n|---|---|---|---|');
  for (const variant of values.curve ? curveOf(base) : leavingOut(base)) {
    const { first, area, rightAt } = tryVariant(variant, office, calibration, judged);
    console.log(
      `| ${variant.name} | ${first.toFixed(1)} | ${area.toFixed(1)} | ${rightAt.map((share) => share.toFixed(0)).join(' / ')} |`,
    );
  }
  return 0;
}

function filesOf(examples: unknown, questions: unknown): { examples: string; questions: string } {
  if (typeof examples === 'string' && typeof questions === 'string') return { examples, questions };
  throw new UsageError(`--examples and --questions go together.\n${USAGE}`);
}

function leavingOut(base: KnowledgeBase): Variant[] {
  const group = (name: keyof typeof GROUP_WEIGHTS): Variant => ({
    name: `without ${name} features`,
    base,
    options: { weights: { ...GROUP_WEIGHTS, [name]: 0 } },
  });
  return [
    { name: 'everything', base },
    group('word'),
    group('pair'),
    group('letters'),
    group('concept'),
    { name: 'without the nearest wording', base, options: { nearest: 0 } },
    { name: 'without spelling', base, options: { spelling: false } },
    {
      name: 'without declined topics',
      base: withReleases(base, (release) => ({ ...release, declined: [] })),
    },
    {
      name: 'without everyday background',
      base: { ...base, everyday: { ...base.everyday, background: [] } },
    },
    { name: 'without what kind of thing is asked for', base, without: ['untold'] },
    { name: 'without words that reach beyond', base, without: ['beyond'] },
    { name: 'without what is explained', base, without: ['explained', 'explainedByOther'] },
    { name: 'without the lead', base, without: ['lead'] },
    { name: 'without strange words', base, without: ['strange'] },
    { name: 'without negation', base, without: ['negated'] },
    {
      name: 'one score and a bar',
      base,
      without: [
        'lead',
        'other',
        'explained',
        'explainedByOther',
        'untold',
        'beyond',
        'strange',
        'negated',
      ],
    },
  ];
}

function curveOf(base: KnowledgeBase): Variant[] {
  const some = <T>(list: readonly T[], share: number) =>
    list.filter((_, index) => Math.floor((index + 1) * share) > Math.floor(index * share));
  const wordings = (share: number) =>
    withReleases(base, (release) => ({
      ...release,
      entries: release.entries.map((entry) => ({
        ...entry,
        questions: some(entry.questions, share),
      })),
      declined: release.declined.map((topic) => ({
        ...topic,
        questions: some(topic.questions, share),
      })),
    }));
  const topics = (share: number) =>
    withReleases(base, (release) => ({ ...release, declined: some(release.declined, share) }));
  return [
    { name: 'a quarter of the wordings', base: wordings(0.25) },
    { name: 'half of the wordings', base: wordings(0.5) },
    { name: 'three quarters of the wordings', base: wordings(0.75) },
    { name: 'a quarter of the declined topics', base: topics(0.25) },
    { name: 'half of the declined topics', base: topics(0.5) },
    { name: 'three quarters of the declined topics', base: topics(0.75) },
    { name: 'all', base },
  ];
}

function withReleases(base: KnowledgeBase, change: (release: Release) => Release): KnowledgeBase {
  return { ...base, releases: base.releases.map(change) };
}

await runCommand(USAGE, OPTIONS, ingredients);
