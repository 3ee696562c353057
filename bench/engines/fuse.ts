import Fuse, { type IFuseOptions } from 'fuse.js';
import { type Document, documentsOf, type MakeEngine, rankedBy } from './engine.ts';

/** Enough wordings to hold three entries. */
const MOST_FOUND = 60;

/** Fuse.js as its documentation starts: every wording a record, the question as it was typed. */
export const fusePlain: MakeEngine = fuseWith({});

/** Fuse.js word by word, weighted by how rare each is; the strictness that did best. */
export const fuseTokens: MakeEngine = fuseWith({ useTokenSearch: true, threshold: 0.3 });

function fuseWith(options: IFuseOptions<Document>): MakeEngine {
  return (base) => {
    const fuse = new Fuse(documentsOf(base), { keys: ['text'], includeScore: true, ...options });
    return {
      ask(question) {
        const found = fuse.search(question, { limit: MOST_FOUND });
        return rankedBy(found.map(({ item, score = 1 }) => ({ key: item.key, score: 1 - score })));
      },
    };
  };
}
