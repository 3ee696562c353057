import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import type { DeskClient } from '../../../src/slack/desk/desk-client.ts';
import {
  createOfficers,
  MEMBERS_KEPT_MS,
  NOBODY_KEPT_MS,
} from '../../../src/slack/desk/officers.ts';

const CHANNEL = 'C0DESK';

/** A channel whose members come in pages, and a count of what was asked. */
function desk(pages: readonly (readonly string[])[]) {
  const asked: (string | undefined)[] = [];
  const state = { now: 1_000_000, failing: false, info: {} as object };
  const conversations = {
    async members({ cursor }: { cursor?: string }) {
      asked.push(cursor);
      await Promise.resolve();
      if (state.failing) throw new webApi.WebAPIPlatformError({ ok: false, error: 'fatal_error' });
      const index = Number(cursor ?? 0);
      const more = index + 1 < pages.length;
      return {
        ok: true,
        members: pages[index],
        response_metadata: { next_cursor: more ? String(index + 1) : '' },
      };
    },
    async info() {
      if (state.info instanceof Error) throw state.info;
      return { ok: true, channel: state.info };
    },
  };
  const client = { conversations } as unknown as DeskClient;
  return { asked, state, officers: createOfficers(client, CHANNEL, () => state.now) };
}

describe('who is an officer', () => {
  it('is who is on any page of the channel’s members', async () => {
    const { officers, asked } = desk([['U1', 'U2'], ['U3']]);
    expect(await officers.isOfficer('U3')).toBe(true);
    expect(await officers.isOfficer('U4')).toBe(false);
    expect(asked).toEqual([undefined, '1']);
  });

  it('is asked of Slack once, however many ask at a time, and again after thirty seconds', async () => {
    const { officers, asked, state } = desk([['U1']]);
    await Promise.all([officers.isOfficer('U1'), officers.isOfficer('U2')]);
    state.now += MEMBERS_KEPT_MS - 1;
    await officers.isOfficer('U1');
    expect(asked).toHaveLength(1);
    state.now += 1;
    await officers.isOfficer('U1');
    expect(asked).toHaveLength(2);
  });

  it('is who was let in a moment ago, though the others are remembered', async () => {
    const members = ['U1'];
    const { officers, asked, state } = desk([members]);
    expect(await officers.isOfficer('U2')).toBe(false);
    members.push('U2');
    state.now += NOBODY_KEPT_MS - 1;
    expect(await officers.isOfficer('U2')).toBe(false);
    expect(asked).toHaveLength(1);
    state.now += 1;
    expect(await officers.isOfficer('U2')).toBe(true);
    expect(await officers.isOfficer('U1')).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it('is nobody’s guess where Slack gives no answer, and is asked again the next time', async () => {
    const { officers, state } = desk([['U1']]);
    state.failing = true;
    await expect(officers.isOfficer('U1')).rejects.toThrow();
    state.failing = false;
    expect(await officers.isOfficer('U1')).toBe(true);
  });
});

describe('the desk’s channel', () => {
  it.each([
    ['private', { is_private: true, is_member: true }],
    ['public', { is_private: false, is_member: true }],
    ['archived', { is_private: true, is_member: false, is_archived: true }],
    ['not-a-member', { is_private: false, is_member: false }],
    ['missing', new webApi.WebAPIPlatformError({ ok: false, error: 'channel_not_found' })],
  ])('is %s', async (kind, info) => {
    const { officers, state } = desk([]);
    state.info = info;
    expect(await officers.channel()).toEqual({ kind, id: CHANNEL });
  });

  it('is unknown where Slack does not say, with Slack’s code', async () => {
    const { officers, state } = desk([]);
    state.info = new webApi.WebAPIPlatformError({ ok: false, error: 'fatal_error' });
    expect(await officers.channel()).toEqual({ kind: 'unknown', id: CHANNEL, code: 'fatal_error' });
  });
});
