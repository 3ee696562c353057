import { existsSync } from 'node:fs';
import packed from '@sparticuz/chromium';
import { type Browser, type BrowserServer, chromium } from 'playwright-core';

const HOW =
  'Browser tests left out: no Chromium runs here. Have them with CHROMIUM_PATH=/path/to/chrome npm test\n';

/**
 * A real browser: the one that CHROMIUM_PATH names, or the Chromium that comes with the development
 * dependencies (Linux).
 *
 * @throws where neither runs.
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await whichChromium());
}

/**
 * The same, to be used from several test files at once. Undefined where no browser runs, which is
 * said in one line.
 *
 * @throws where CI is set: there a browser that does not run is a failure.
 */
export async function launchBrowserServer(): Promise<BrowserServer | undefined> {
  try {
    return await chromium.launchServer(await whichChromium());
  } catch (error) {
    if (process.env.CI) throw error;
    process.stderr.write(HOW);
    return undefined;
  }
}

async function whichChromium(): Promise<{ executablePath: string; args: string[] }> {
  const quiet = '--disable-background-networking';
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, where there is nothing`);
    return { executablePath: named, args: [quiet] };
  }
  // Not the package's own arguments: one process for everything ends with the first context, and
  // pages without the web's own safety would show less than a reader's browser does.
  const executablePath = await packed.executablePath();
  return { executablePath, args: ['--no-sandbox', '--disable-gpu', quiet] };
}
