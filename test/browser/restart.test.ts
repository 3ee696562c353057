import { beforeAll, describe, it } from 'vitest';
import {
  type PlaygroundProcess,
  startPlaygroundProcess,
} from '../playground/support/playground-process.ts';
import { HAS_BROWSER, soon, useBrowser, valueIs } from './support/use-browser.ts';

describe.runIf(HAS_BROWSER)('a page that is left open', () => {
  const pages = useBrowser();
  let first: PlaygroundProcess;
  beforeAll(async () => {
    first = await startPlaygroundProcess();
  });

  it('outlives the server: it keeps what is on screen, marks it off, and goes on', async () => {
    const page = await pages.open(first.address);
    const box = page.getByRole('textbox', { name: /^Message #/ });
    await box.fill('/hmicfrs hours');
    await box.press('Enter');
    const answers = page.locator('[data-ephemeral=true]');
    await answers.first().waitFor();
    await box.fill('typed meanwhile');
    await first.end();
    await page.getByText('Reconnecting…').waitFor();
    const second = await startPlaygroundProcess({ env: { PORT: `${first.port}` } });
    await page.getByText('The playground was restarted', { exact: true }).waitFor();
    await page.getByText('Reconnecting…').waitFor({ state: 'detached' });
    await soon(() => answers.count()).toBe(1);
    await valueIs(box, 'typed meanwhile');
    await box.fill('/hmicfrs hours');
    await box.press('Enter');
    await answers.nth(1).waitFor();
    await second.end();
  });
});
