import type { Desk } from './desk.ts';
import type { Workings } from './parts.ts';
import { LONGEST, tidy } from './texts.ts';
import { askedRows, channelNotice, doneBy } from './trail.ts';
import { within } from './within.ts';

/** Longest wait for the store, in milliseconds, before an answer is given without a record of it. */
const ASKED_WITHIN_MS = 800;
const REPORT_WITHIN_MS = 1_500;

/** What was asked of the bot, and what people say is wrong with its answers. */
export function createQuestions(workings: Workings): Pick<Desk, 'asked' | 'report'> {
  const { clock, trouble, knowledge, commit } = workings;
  return {
    async asked(question) {
      try {
        const trail = askedRows(question, clock(), knowledge());
        await within(ASKED_WITHIN_MS, (expired) => commit({ notices: [], trail, expired }));
        return true;
      } catch (error) {
        trouble.failed('A question could not be recorded', error);
        return false;
      }
    },
    async report(by, given, entryKey) {
      const words = tidy(given).slice(0, LONGEST.words);
      if (words === '') return false;
      const at = clock();
      const entry = entryKey === undefined ? {} : { entryKey };
      const note = { kind: 'report', by: by.id, words, at, ...entry } as const;
      const row = {
        at,
        what: 'reported' as const,
        ...doneBy(by),
        ...(entryKey === undefined ? {} : { entries: [entryKey] }),
        knowledge: knowledge(),
        words,
      };
      try {
        await within(REPORT_WITHIN_MS, (expired) =>
          commit({
            expired,
            notices: [channelNotice({ kind: 'channel', note }, at)],
            trail: [row],
          }),
        );
        return true;
      } catch (error) {
        trouble.failed('A report could not be recorded', error);
        return false;
      }
    },
  };
}
