import { describe, expect, it } from 'vitest';
import { openerOf } from '../../playground/open-browser.ts';
import { readOptions } from '../../playground/options.ts';

describe('the command line', () => {
  it('takes HTTP and any free port unless told otherwise', () => {
    expect(readOptions([], {})).toMatchObject({ transport: 'http', port: 0, browser: undefined });
    expect(readOptions(['--socket'], { PORT: ' 4000 ' })).toMatchObject({
      transport: 'socket',
      port: 4000,
    });
  });

  it.each([
    [['--sokcet'], '--sokcet'],
    [['--socket=yes'], '--socket'],
    [['fly'], '“fly” means nothing here'],
  ])('is refused with a sentence and good examples: %s', (argv, sentence) => {
    expect(() => readOptions(argv, {})).toThrow(sentence);
    expect(() => readOptions(argv, {})).toThrow('npm run playground -- --socket');
  });

  it.each(['65536', '-1', '80a', '4000.5', '0x50'])(
    'refuses PORT=%s and shows a good one',
    (port) => {
      expect(() => readOptions([], { PORT: port })).toThrow(
        `PORT is “${port}”, not a whole number from 0 to 65535; a good one: PORT=4000`,
      );
    },
  );
});

describe('the browser', () => {
  it.each([
    ['where it is switched off', { BROWSER: 'none', DISPLAY: ':0' }, 'linux', undefined],
    ['in CI', { CI: 'true', DISPLAY: ':0' }, 'linux', undefined],
    ['without a screen', {}, 'linux', undefined],
    ['under X', { DISPLAY: ':0' }, 'linux', 'xdg-open'],
    ['under Wayland', { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', 'xdg-open'],
    ['on a Mac', {}, 'darwin', 'open'],
    ['on Windows', {}, 'win32', 'cmd'],
    ['of one’s own choice', { BROWSER: 'firefox' }, 'linux', 'firefox'],
  ] as const)('is opened, or not, %s', (_, env, platform, program) => {
    expect(openerOf(env, platform)?.program).toBe(program);
  });
});
