import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isThanks } from '../../src/domain/thanks.ts';

const THANKS = [
  'thanks',
  'Thanks!',
  'THANK YOU',
  'thank you so much',
  'Thank you very much indeed.',
  'many thanks',
  'thanks a lot',
  'great, cheers',
  'cheers',
  'ta',
  'thx',
  'ok thanks',
  'Got it, thanks',
  'thanks \u2014 got it',
  'perfect',
  'that’s great, thank you',
  'That is very helpful, many thanks',
  'much appreciated',
  'really appreciate it',
  'Thanks for your quick reply',
  'thanks for getting back to me so quickly',
  'Hi, thanks for that. Have a good weekend!',
  'Many thanks. Kind regards',
  'thanks all the best',
  'thank you :+1:',
  'thanks 👍🏽',
  '🙏',
  '<@U123> thanks',
  'thanks\nthanks again',
];

const MORE = [
  '',
  '?',
  'thanks, but when?',
  'thanks but when',
  'Thanks. When was that published',
  'thanks for nothing',
  'no thanks',
  'is that all',
  'thanks, that is wrong',
  'thanks, and cats',
  'great, and what did it cost?',
  'great result for whom',
  'thanks?',
  'thanks？',
  'thank you, please call me on 020 3513 0600',
  'not helpful',
  'good grief',
  // Nothing but an answer to something that we asked.
  'ok',
  'yes',
  '👍',
  'noted',
  'thanks 👎',
  `thanks${' thanks'.repeat(60)}`,
];

describe('thanks', () => {
  it.each(THANKS)('are heard in %j', (text) => {
    expect(isThanks(text)).toBe(true);
  });

  it.each(MORE)('are not all of %j', (text) => {
    expect(isThanks(text)).toBe(false);
  });

  it.each(THANKS)('hide no question after %j', (text) => {
    for (const more of ['?', ' but when', ' what did it cost', '. Which forces', ' 12']) {
      expect(isThanks(`${text}${more}`)).toBe(false);
      expect(isThanks(`${more} ${text}`)).toBe(false);
    }
  });

  it('are told from any text at all, without fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof isThanks(text) === 'boolean'),
    );
  });
});
