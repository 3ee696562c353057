import { topicsOf } from '../domain/knowledge-base.ts';
import { officeStateAt } from '../domain/office-hours.ts';
import { type Audience, type EpochMs, entryKey, REPORTERS } from '../domain/release.ts';
import { mainPart, type Part, type Reply, releaseAnswers } from '../domain/reply.ts';
import { createConversations, type Topic } from './conversations.ts';
import { endingOf, releaseAnswer, withoutRepeats } from './endings.ts';
import type { Clock, KnowledgeSource, Logger } from './ports.ts';
import type { PressOffice } from './press-office.ts';
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
  return {
    ask(text, at = clock(), conversation) {
      const view = views.at(at);
      const topic = conversation === undefined ? undefined : conversations.topic(conversation, at);
      const reply: Reply = {
        question: text,
        at,
        office: officeStateAt(office(), at),
        parts: endingsOf(text, view, at, topic),
      };
      const answered = answeredTopic(reply);
      if (conversation && answered) conversations.remember(conversation, answered, at);
      logOutcome(reply, view.base.version, logger);
      return reply;
    },
    explain(text, at = clock()) {
      const view = views.at(at);
      return view.matcher.match(text).map((match) => ({ match, part: endingOf(match, view, at) }));
    },
    answer: (key, at = clock()) => releaseAnswer(key, views.at(at), at),
    topics: (release, at = clock()) =>
      topicsOf(views.at(at).base).filter(
        (topic) => release === undefined || topic.release.id === release,
      ),
    hours: (at = clock()) => officeStateAt(office(), at),
    office,
    now: clock,
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
function endingsOf(
  text: string,
  view: View,
  at: EpochMs,
  topic: Topic | undefined,
): Reply['parts'] {
  const alone = withoutRepeats(view.matcher.match(text).map((match) => endingOf(match, view, at)));
  if (!topic || alone.some((part) => part.kind === 'answered' || part.kind === 'greeting'))
    return alone;
  const matches = view.matcher.match(text, topic.title);
  const goingOn = withoutRepeats(matches.map((match) => endingOf(match, view, at)));
  const isNews = goingOn.some((part) => {
    const given = entryGiven(part);
    return given !== undefined && given !== topic.entryKey;
  });
  return isNews && mainPart({ parts: goingOn }).kind === 'answered' ? goingOn : alone;
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
