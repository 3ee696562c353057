import { type Logger as SdkLogger, webApi } from '@slack/bolt';

/** What of Slack's Web API the desk calls. */
export type DeskClient = Pick<webApi.WebClient, 'chat' | 'conversations'>;

/**
 * Longest wait for one of the desk's calls, in milliseconds. A message of the outbox is held for four
 * seconds at a time: a call that hangs must not outlast that.
 */
const CALL_WITHIN_MS = 4_000;

/** The bot as the desk's calls need it. */
export interface DeskToken {
  readonly botToken: string;
  /** With its last slash. */
  readonly apiUrl: string;
}

/**
 * A client that tries each call once and waits for no rate limit: the outbox has a patience of its
 * own, which survives a restart, and looks before it posts again.
 */
export function createDeskClient({ botToken, apiUrl }: DeskToken, logger: SdkLogger): DeskClient {
  return new webApi.WebClient(botToken, {
    slackApiUrl: apiUrl,
    timeout: CALL_WITHIN_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger,
  });
}
