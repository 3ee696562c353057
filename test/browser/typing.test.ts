import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aMessage, aSnapshot, aTyped } from './support/fixtures.ts';
import { type StandIn, startStandIn } from './support/stand-in.ts';
import { HAS_BROWSER, useBrowser, valueIs } from './support/use-browser.ts';

describe.runIf(HAS_BROWSER)('the message box', () => {
  const pages = useBrowser();
  let slack: StandIn;
  beforeAll(async () => {
    slack = await startStandIn();
  });
  beforeEach(() => {
    slack.acts.length = 0;
    slack.world = aSnapshot();
    slack.answer = () => ({ ok: true });
  });
  afterAll(() => slack.stop());

  async function box() {
    const page = await pages.open(slack.address);
    const field = page.getByRole('textbox', { name: 'Message #newsroom' });
    await field.waitFor();
    return { page, field };
  }

  it('sends with Enter, makes a line with Shift+Enter, and sends nothing of nothing', async () => {
    const { page, field } = await box();
    await field.press('Enter');
    await field.pressSequentially('one');
    await field.press('Shift+Enter');
    await field.pressSequentially('@hmicfrs two ');
    const acted = page.waitForResponse('**/act');
    await field.press('Enter');
    await acted;
    expect(slack.acts).toEqual([{ kind: 'say', channel: 'C0NEWS', text: 'one\n@hmicfrs two ' }]);
    await valueIs(field, '');
  });

  it('sends a command, whether or not the menu is open', async () => {
    const { page, field } = await box();
    await field.pressSequentially('/hmi');
    await page.getByRole('option', { name: '/hmicfrs' }).waitFor();
    const acted = page.waitForResponse('**/act');
    await field.press('Enter');
    await acted;
    const again = page.waitForResponse('**/act');
    await field.fill('/hmicfrs  how many ');
    await field.press('Enter');
    await again;
    expect(slack.acts).toEqual([
      { kind: 'command', channel: 'C0NEWS', command: '/hmi', text: '' },
      { kind: 'command', channel: 'C0NEWS', command: '/hmicfrs', text: 'how many' },
    ]);
  });

  it('completes what was chosen with the arrows, and only that', async () => {
    const { page, field } = await box();
    await field.pressSequentially('/');
    await page.getByRole('option', { name: '/hmicfrs' }).waitFor();
    await field.press('ArrowDown');
    await page.getByRole('option', { name: '/hmicfrs', selected: true }).waitFor();
    await field.press('Enter');
    await valueIs(field, '/hmicfrs ');
    await field.fill('');
    await field.pressSequentially('ask @h');
    await page.getByRole('option', { name: '@hmicfrs' }).waitFor();
    await field.press('ArrowDown');
    await page.getByRole('option', { name: '@hmicfrs', selected: true }).waitFor();
    await field.press('Tab');
    await valueIs(field, 'ask @hmicfrs ');
    await field.pressSequentially('@');
    await page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
    await field.press('Escape');
    await page.getByRole('listbox', { name: 'Suggestions' }).waitFor({ state: 'detached' });
    expect(slack.acts).toEqual([]);
  });

  it('keeps what was typed where it was refused, and says why', async () => {
    slack.answer = () => ({ ok: false, problem: 'You are not in that channel.' });
    const { page, field } = await box();
    await field.fill('lost words?');
    await field.press('Enter');
    await page.getByRole('alert').getByText('You are not in that channel.').waitFor();
    await valueIs(field, 'lost words?');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    const said = page.getByRole('alert').getByText('You are not in that channel.');
    await said.waitFor({ state: 'detached' });
  });

  it('of a thread sends into it, and refuses a command there, as Slack does', async () => {
    const root = aTyped('asked');
    slack.world = aSnapshot({ messages: [root] });
    const { page } = await box();
    const reply = aMessage({ threadTs: root.ts, text: 'answered' });
    slack.tell({ kind: 'message', message: reply });
    const thread = page.getByRole('textbox', { name: /^Message thread/ });
    await thread.waitFor();
    const acted = page.waitForResponse('**/act');
    await thread.fill('and more');
    await thread.press('Enter');
    await acted;
    expect(slack.acts).toEqual([
      { kind: 'say', channel: 'C0NEWS', text: 'and more', threadTs: root.ts },
    ]);
    await thread.fill('/hmicfrs hours');
    await thread.press('Enter');
    await page.getByText('/hmicfrs does not work in threads').waitFor();
    await valueIs(thread, '/hmicfrs hours');
  });

  it('keeps a draft for each channel and each person', async () => {
    const { page, field } = await box();
    await field.fill('half a thought');
    await page.getByRole('button', { name: 'hmicfrs', exact: true }).click();
    const direct = page.getByRole('textbox', { name: 'Message hmicfrs' });
    await valueIs(direct, '');
    await page.getByRole('button', { name: '#newsroom' }).click();
    await valueIs(field, 'half a thought');
  });

  it('announces what the bot says to who can’t see it, and nothing of what one said oneself', async () => {
    const { page } = await box();
    slack.tell({ kind: 'message', message: aTyped('my own words') });
    await page.getByRole('article').getByText('my own words').waitFor();
    const said = page.getByRole('status', { name: 'Announcements' });
    expect(await said.textContent()).not.toContain('my own words');
    slack.tell({ kind: 'message', message: aMessage({ text: 'the bot’s words' }) });
    await said.getByText('hmicfrs: the bot’s words').waitFor();
  });

  it('stays where it is while the server is away, with all that is on screen', async () => {
    const other = await startStandIn();
    other.world = aSnapshot({ messages: [aMessage({ text: 'said before' })] });
    const page = await pages.open(other.address);
    const field = page.getByRole('textbox', { name: 'Message #newsroom' });
    await field.fill('typed before');
    await other.stop();
    await page.getByText('Reconnecting…').waitFor();
    await field.press('Enter');
    await page.getByText('The playground can’t be reached').waitFor();
    await valueIs(field, 'typed before');
    const back = await startStandIn(Number(new URL(other.address).port));
    back.world = aSnapshot({ instance: 'second' });
    await page.getByText('The playground was restarted', { exact: true }).waitFor();
    await page.getByText('said before').waitFor();
    await page.getByText('Reconnecting…').waitFor({ state: 'detached' });
    await valueIs(field, 'typed before');
    await back.stop();
  });
});
