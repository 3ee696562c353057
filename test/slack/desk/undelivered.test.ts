import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { isGone, undelivered } from '../../../src/slack/desk/undelivered.ts';

const refused = (error: string) => new webApi.WebAPIPlatformError({ ok: false, error });

describe('a message that was not delivered', () => {
  it.each([
    'channel_not_found',
    'is_archived',
    'is_inactive',
    'not_in_channel',
    'user_not_found',
    'user_disabled',
    'cannot_dm_bot',
    'msg_too_long',
    'invalid_blocks',
  ])('never will be where Slack says %s', (code) => {
    expect(undelivered(refused(code))).toEqual({ kind: 'never', code });
  });

  it.each([
    'internal_error',
    'fatal_error',
    'request_timeout',
    'service_unavailable',
    // An operator can mend these, and a code that is new must lose nothing.
    'invalid_auth',
    'missing_scope',
    'account_inactive',
    'a_code_of_next_year',
  ])('is tried again where Slack says %s', (code) => {
    expect(undelivered(refused(code))).toEqual({ kind: 'later', code, afterMs: 0 });
  });

  it('waits for as long as Slack asks', () => {
    expect(undelivered(new webApi.WebAPIRateLimitedError(7))).toEqual({
      kind: 'later',
      code: 'ratelimited',
      afterMs: 7_000,
    });
  });

  it('is tried again where Slack breaks', () => {
    const broken = new webApi.WebAPIHTTPError(503, 'Service Unavailable', {});
    expect(undelivered(broken)).toMatchObject({ kind: 'later', afterMs: 0 });
  });

  it('is given time to arrive where Slack was silent', () => {
    const silent = new webApi.WebAPIRequestError(new DOMException('late', 'TimeoutError'));
    expect(undelivered(silent)).toMatchObject({ kind: 'later', afterMs: 3_000 });
  });

  it('is tried again whatever else went wrong', () => {
    expect(undelivered(new Error('?'))).toEqual({ kind: 'later', code: 'no_answer', afterMs: 0 });
    expect(undelivered(undefined)).toMatchObject({ kind: 'later' });
  });
});

describe('a card', () => {
  it('is posted anew where it is gone or can’t be changed, and only there', () => {
    expect(isGone(refused('message_not_found'))).toBe(true);
    expect(isGone(refused('edit_window_closed'))).toBe(true);
    expect(isGone(refused('is_inactive'))).toBe(false);
    expect(isGone(new Error('?'))).toBe(false);
  });
});
