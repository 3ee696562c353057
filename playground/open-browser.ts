import { spawn } from 'node:child_process';
import type { Env } from '../src/config/env.ts';

interface Opener {
  readonly program: string;
  readonly words: readonly string[];
}

/** Shows the page to whoever sits before this machine. Where nobody does, nothing happens. */
export function openBrowser(address: string, env: Env, platform = process.platform): void {
  const opener = openerOf(env, platform);
  if (!opener) return;
  const child = spawn(opener.program, [...opener.words, address], {
    stdio: 'ignore',
    detached: true,
  });
  // The address stands in the terminal: a machine without such a program needs no more.
  child.once('error', () => {});
  child.unref();
}

/** What opens an address here; undefined where nothing should. */
export function openerOf(env: Env, platform: NodeJS.Platform): Opener | undefined {
  const chosen = env.BROWSER?.trim();
  if (chosen === 'none' || env.CI) return undefined;
  if (chosen) return { program: chosen, words: [] };
  if (platform === 'darwin') return { program: 'open', words: [] };
  if (platform === 'win32') return { program: 'cmd', words: ['/c', 'start', ''] };
  const hasScreen = env.DISPLAY || env.WAYLAND_DISPLAY;
  return hasScreen ? { program: 'xdg-open', words: [] } : undefined;
}
