import type { types } from '@slack/bolt';
import type { Passage, Release } from '../../domain/release.ts';
import { entriesOf, type ReleaseAnswer } from '../../domain/reply.ts';
import { placesInWords } from '../../wording/places.ts';
import { LABELS } from '../../wording/slack-messages.ts';
import { SECTION_TEXT, VIEW_BLOCKS } from '../limits.ts';
import { context, linkText, mrkdwn, plainText, section, viewLabel } from './elements.ts';
import { drawParagraph, type Paragraph, paragraphsOf } from './release-paragraphs.ts';
import { cutText, isBlank } from './text.ts';

/**
 * The whole release, paragraph by paragraph, with the answer's passages marked where they stand.
 * Of a release that is too long for a modal, as much as fits around the first marked paragraph.
 */
export function placeView(answer: ReleaseAnswer): types.ModalView {
  const { release } = answer;
  const passages = entriesOf(answer).flatMap((entry) => entry.passages);
  const marked = cutText(`${LABELS.placeMarked} ${placesInWords(passages)}`, SECTION_TEXT / 2);
  const address = { label: release.title, url: release.addresses.release.url };
  return {
    type: 'modal',
    title: viewLabel(LABELS.placeTitle),
    close: viewLabel(LABELS.close),
    blocks: [
      context(plainText(marked)),
      ...releaseBlocks(release, passages),
      context(mrkdwn(linkText(address))),
    ],
  };
}

function releaseBlocks(release: Release, passages: readonly Passage[]): types.KnownBlock[] {
  const drawn = paragraphsOf(release.text, passages).map((paragraph) => ({
    marked: isMarked(paragraph),
    texts: drawParagraph(paragraph, release).filter((text) => !isBlank(text)),
  }));
  const sections = drawn.flatMap(({ marked, texts }) => texts.map((text) => ({ marked, text })));
  const room = VIEW_BLOCKS - 2;
  const first = sections.findIndex(({ marked }) => marked);
  const from = Math.max(0, Math.min(first - room / 2, sections.length - room));
  return sections.slice(from, from + room).map(({ text }) => section(mrkdwn(text)));
}

function isMarked(paragraph: Paragraph): boolean {
  return paragraph.lines.some((line) => line.marks.length > 0);
}
