import { topicsOf } from '../domain/knowledge-base.ts';
import { officeStateAt } from '../domain/office-hours.ts';
import { type Audience, entryKey, REPORTERS } from '../domain/release.ts';
import { mainPart, type Reply } from '../domain/reply.ts';
import { endingOf, releaseAnswer, withoutRepeats } from './endings.ts';
import type { Clock, KnowledgeSource, Logger } from './ports.ts';
import type { PressOffice } from './press-office.ts';
import { createViews } from './views.ts';

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
  const office = () => knowledge.current().office;
  return {
    ask(text, at = clock()) {
      const view = views.at(at);
      const endings = view.matcher.match(text).map((match) => endingOf(match, view, at));
      const reply: Reply = {
        question: text,
        at,
        office: officeStateAt(office(), at),
        parts: withoutRepeats(endings),
      };
      logOutcome(reply, view.base.version, logger);
      return reply;
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
