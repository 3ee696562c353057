import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { readOptions } from '../playground/options.ts';
import { startPlayground } from '../playground/playground.ts';
import { terminalLogger } from '../playground/terminal-logger.ts';
import { launchBrowser } from '../test/browser/support/launch-browser.ts';

/** Draws the pictures of the playground from the playground itself. */
const FOLDER = new URL('../docs/pictures/', import.meta.url);
const SIZE = { width: 1100, height: 720 };
const QUESTION = 'what does cyber crime cost the UK';
/** An instant at which the office is open, so that the picture is the same on every day. */
const AT = '2026-12-04T11:05';

await main();

async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const playground = await startPlayground(readOptions([], {}), terminalLogger);
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: SIZE, locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(playground.address);
    await setClock(page);
    await drawAnswer(page);
    await drawPlace(page);
    await drawDesk(page);
  } finally {
    await browser.close();
    await playground.stop();
  }
  // Slack's client leaves timers behind, which wait for nothing.
  process.exit(0);
}

async function setClock(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Clock/ }).click();
  await page.getByLabel('Any time, in London').fill(AT);
  await page.getByRole('button', { name: 'Set the clock' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Clock: (?!Real)/ }).waitFor();
}

async function drawAnswer(page: Page): Promise<void> {
  const box = page.getByRole('textbox', { name: /^Message #/ });
  await box.fill(`@hmicfrs ${QUESTION}`);
  await box.press('Enter');
  const thread = page.getByRole('region', { name: /^Thread in/ });
  await thread.locator('blockquote').waitFor();
  await save(page, 'playground-answer.png');
}

async function drawPlace(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show it in its place' }).click();
  const passage = page.getByRole('dialog').locator('blockquote').first();
  await passage.waitFor();
  await passage.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await save(page, 'playground-place.png');
}

/** A question that was handed over, as the officer who has taken it sees it. */
async function drawDesk(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  const box = page.getByRole('textbox', { name: /^Message #/ });
  await box.fill('/hmicfrs ask "Which ten forces were visited?"');
  await box.press('Enter');
  const form = page.getByRole('dialog', { name: 'Ask a press officer' });
  await form.getByLabel('Outlet').fill('Daily Example');
  await form.getByLabel('Deadline').fill('6pm');
  await form.getByText(/^Deadline read as/).waitFor();
  await form.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('dialog', { name: 'The press desk has it' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Act as' }).selectOption('Asha Lindqvale');
  await page.getByRole('button', { name: '#press-desk' }).click();
  await page.getByRole('button', { name: 'Take it' }).click();
  await page.getByRole('button', { name: 'Give it back' }).waitFor();
  await save(page, 'playground-desk.png');
}

async function save(page: Page, name: string): Promise<void> {
  await writeFile(fileURLToPath(new URL(name, FOLDER)), await page.screenshot());
}
