import { topicsOf } from '../domain/knowledge-base.ts';
import { officeStateAt } from '../domain/office-hours.ts';
import { type Audience, type EpochMs, entryKey, REPORTERS } from '../domain/release.ts';
import { mainPart, type Part, type Reply, releaseAnswers } from '../domain/reply.ts';
import type { Match } from '../matching/matcher.ts';
import { createConversations, type Topic } from './conversations.ts';
import { endingOf, releaseAnswer, withoutRepeats } from './endings.ts';
import type { Clock, KnowledgeSource, Logger } from './ports.ts';
import type { Explanation, PressOffice } from './press-office.ts';
import { createViews, type View } from './views.ts';

export interface PressOfficeParts {
  readonly knowledge: KnowledgeSource;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Who asks. Default: reporters, who see no drafts. */
  readonly audience?: Audience;
}

/** Puts rules, matching and knowledge together. Holds no state but views that can be made again. */
export function createPressOffice(parts: PressOfficeParts): PressOffice {
  const { knowledge, clock, logger } = parts;
  const views = createViews(knowledge, clock, parts.audience ?? REPORTERS);
  const conversations = createConversations();
  const office = () => knowledge.current().office;
  const topicOf = (conversation: string | undefined, at: EpochMs): Topic | undefined =>
    conversation === undefined ? undefined : conversations.topic(conversation, at);
  return {
    ask(text, at = clock(), conversation) {
      const view = views.at(at);
      const explained = explanationsOf(text, view, at, topicOf(conversation, at));
      const reply: Reply = {
        question: text,
        at,
        office: officeStateAt(office(), at),
        parts: partsOf(explained),
      };
      const answered = answeredTopic(reply);
      if (conversation && answered) conversations.remember(conversation, answered, at);
      logOutcome(reply, view.base.version, logger);
      return reply;
    },
    explain: (text, at = clock(), conversation) =>
      explanationsOf(text, views.at(at), at, topicOf(conversation, at)),
    answer: (key, at = clock()) => releaseAnswer(key, views.at(at), at),
    topics: (release, at = clock()) =>
      topicsOf(views.at(at).base).filter(
        (topic) => release === undefined || topic.release.id === release,
      ),
    hours: (at = clock()) => officeStateAt(office(), at),
    office,
    now: clock,
    prepare: views.prepare,
    health: () => {
      const { base, problems } = knowledge.current();
      return { base, problems };
    },
  };
}

/**
 * A question is first read by itself. Only where that gives no answer is it read as going on from
 * the answer before; the same rule then decides, so that no answer comes more cheaply this way, and
 * the answer before is none again.
 */
function explanationsOf(
  text: string,
  view: View,
  at: EpochMs,
  topic: Topic | undefined,
): readonly Explanation[] {
  const ended = (matches: readonly Match[]): Explanation[] =>
    matches.map((match) => ({ match, part: endingOf(match, view, at) }));
  const alone = ended(view.matcher.match(text));
  if (!topic || alone.some(({ part }) => part.kind === 'answered' || part.kind === 'greeting'))
    return alone;
  const goingOn = ended(view.matcher.match(text, topic.title)).map((explanation) => ({
    ...explanation,
    goesOnFrom: topic.title,
  }));
  const parts = partsOf(goingOn);
  const isNews = parts.some((part) => {
    const given = entryGiven(part);
    return given !== undefined && given !== topic.entryKey;
  });
  return isNews && mainPart({ parts }).kind === 'answered' ? goingOn : alone;
}

function partsOf(explanations: readonly Explanation[]): Reply['parts'] {
  return withoutRepeats(explanations.map(({ part }) => part));
}

function entryGiven(part: Part): string | undefined {
  return part.kind === 'answered' && part.answer.from === 'release'
    ? entryKey(part.answer.entry)
    : undefined;
}

/** What a conversation is about after a reply: the last entry that was given. */
function answeredTopic(reply: Reply): Topic | undefined {
  const entry = releaseAnswers(reply).at(-1)?.entry;
  return entry && { entryKey: entryKey(entry), title: entry.title };
}

/** Longest stretch of a question that is logged, in UTF-16 code units; at `debug` alone. */
const LOGGED_TEXT = 500;

function logOutcome(reply: Reply, version: string, logger: Logger): void {
  const part = mainPart(reply);
  const key =
    part.kind === 'answered' && part.answer.from === 'release'
      ? entryKey(part.answer.entry)
      : part.kind === 'declined'
        ? entryKey(part.topic)
        : undefined;
  logger.info('Question answered', {
    outcome: part.kind,
    entry: key,
    confidence: Number(part.confidence.toFixed(3)),
    base: version.slice(0, 12),
  });
  logger.debug('Question text', { text: reply.question.slice(0, LOGGED_TEXT) });
}
