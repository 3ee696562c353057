import type { PersonNamed, Words } from '../../wording/message.ts';
import { cutText, escapeText, sentLength } from './text.ts';

type Piece = string | PersonNamed;

/** Slack's ids of people: docs.slack.dev/reference/objects/user-object. */
const USER_ID = /^[UW][A-Z0-9]+$/;

/** Words as mrkdwn: what is text escaped, whom they name mentioned. */
export function drawWords(words: Words): string {
  return piecesOf(words).map(drawPiece).join('');
}

/** What words take up once they are sent; see `sentLength`. */
export function sentWords(words: Words): number {
  return piecesOf(words).reduce((length, piece) => length + pieceLength(piece), 0);
}

/** The words, or as much of their beginning as fits with "…" after it; no mention is cut in half. */
export function cutWords(words: Words, limit: number): Words {
  if (sentWords(words) <= limit) return words;
  const kept: Piece[] = [];
  let left = limit;
  for (const piece of piecesOf(words)) {
    // One is kept for the "…" that a later piece may need.
    if (pieceLength(piece) >= left) {
      return [...kept, typeof piece === 'string' ? cutText(piece, Math.max(left, 1)) : '…'];
    }
    kept.push(piece);
    left -= pieceLength(piece);
  }
  return kept;
}

/** All of them, each on a line of its own. */
export function joinWords(all: readonly Words[]): Words {
  return all.flatMap((words, index) => [...(index > 0 ? ['\n'] : []), ...piecesOf(words)]);
}

function piecesOf(words: Words): readonly Piece[] {
  return typeof words === 'string' ? [words] : words;
}

function pieceLength(piece: Piece): number {
  return typeof piece === 'string' ? sentLength(piece) : drawPiece(piece).length;
}

function drawPiece(piece: Piece): string {
  if (typeof piece === 'string') return escapeText(piece);
  if (USER_ID.test(piece.person)) return `<@${piece.person}>`;
  return escapeText(piece.name ?? `@${piece.person}`);
}
