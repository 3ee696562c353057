import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What a browser loads: `html` at `/` and `/knowledge`, `js` at `/page.js`, `css` at `/page.css`. */
export interface BuiltPage {
  readonly html: string;
  readonly js: string;
  readonly css: string;
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/**
 * Bundles the page in memory, within a fraction of a second.
 *
 * @throws esbuild's error, which names file and line, where a source does not build.
 */
export async function buildPage(): Promise<BuiltPage> {
  const [html, bundle] = await Promise.all([readFile(`${FOLDER}index.html`, 'utf8'), bundled()]);
  return { html, ...bundle };
}

async function bundled(): Promise<{ js: string; css: string }> {
  const { outputFiles } = await build({
    entryPoints: { page: `${FOLDER}main.tsx`, style: `${FOLDER}style/style.css` },
    outdir: FOLDER,
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2023',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const textOf = (ending: string): string =>
    outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  return { js: textOf('page.js'), css: textOf('style.css') };
}
