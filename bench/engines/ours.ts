import { createMatcher } from '../../src/matching/matcher.ts';
import { type MakeEngine, MOST_KEYS } from './engine.ts';

/** The product's own matcher; of several questions in one message the surest counts. */
export const ours: MakeEngine = (base, office) => {
  const matcher = createMatcher(base, office);
  return {
    ask(question) {
      const matches = matcher.match(question).map(({ findings }) => findings);
      const best = matches.reduce((a, b) => (b.confidence > a.confidence ? b : a));
      return {
        keys: best.entries.slice(0, MOST_KEYS).map(({ key }) => key),
        sure: best.empty ? 0 : best.confidence,
      };
    },
  };
};
