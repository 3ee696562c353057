import type { OfficerAct } from '../../src/domain/enquiry.ts';
import type { DeskProcess, Order } from './desk-process.ts';

export type Move = 'hand-over' | 'claim' | 'answer' | 'close';

/** An enquiry on its way through the desk, as the driver knows it: what was acknowledged, and what is next. */
export interface Case {
  readonly key: string;
  readonly question: string;
  readonly moves: readonly Move[];
  /** How many moves are through. */
  done: number;
  id: string;
  /** Versions that the desk acknowledged, by the trail's word for the step. */
  readonly acknowledged: { readonly what: string; readonly version: number }[];
  busy: boolean;
}

const WORD: Readonly<Record<Move, string>> = {
  'hand-over': 'received',
  claim: 'taken',
  answer: 'answered',
  close: 'closed',
};

/** Makes case number `n`, which nobody else may have; it ends answered, or closed without an answer. */
export function newCase(
  n: number,
  end: 'answer' | 'close' = n % 2 === 0 ? 'answer' : 'close',
): Case {
  return {
    key: `V${n}`,
    question: `Question number ${n}?`,
    moves: ['hand-over', 'claim', end],
    done: 0,
    id: '',
    acknowledged: [],
    busy: false,
  };
}

/** The case's next move; undefined where it is through. */
export function nextMove(each: Case): Move | undefined {
  return each.moves[each.done];
}

/**
 * Makes a case's next move. Where the process is killed meanwhile, the move is made again later with
 * the same key: it may have been kept already, and is then refused or found to be done.
 */
export async function advance(each: Case, desk: DeskProcess): Promise<void> {
  const move = nextMove(each);
  if (move === undefined || each.busy) return;
  each.busy = true;
  const ending = await desk.order(orderFor(each, move));
  each.busy = false;
  if (ending === 'killed') return;
  if (ending.kind === 'done') {
    each.id = ending.enquiry.id;
    each.acknowledged.push({ what: WORD[move], version: ending.enquiry.version });
    each.done += 1;
  } else if (REFUSED_AS_DONE.has(ending.why)) each.done += 1;
}

/** Of a move that was kept before its process was killed. */
const REFUSED_AS_DONE = new Set(['yours-already', 'finished', 'nothing-to-change']);

function orderFor(each: Case, move: Move): Order {
  return move === 'hand-over'
    ? { op: 'receive', key: each.key, question: each.question }
    : { op: 'act', enquiryId: each.id, act: actFor(move), key: `${each.key}-${move}` };
}

function actFor(move: Exclude<Move, 'hand-over'>): OfficerAct {
  switch (move) {
    case 'claim':
      return { kind: 'take' };
    case 'close':
      return { kind: 'close' };
    case 'answer':
      return {
        kind: 'answer',
        words: 'Ten were counted.',
        attribution: { to: 'an HMICFRS spokesperson', terms: 'on-the-record' },
      };
  }
}
