import type { KnowledgeBase } from '../domain/knowledge-base.ts';

/** What the matcher makes of one question; see verdict for what is done with it. */
export interface Match {
  readonly question: string;
  /** Best first. */
  readonly candidates: readonly { readonly key: string; readonly group: 'entry' | 'declined' | 'office' | 'greeting'; readonly score: number }[];
}

export interface Matcher {
  match(question: string): Match;
}

export function createMatcher(_base: KnowledgeBase): Matcher {
  return { match: (question) => ({ question, candidates: [] }) };
}
