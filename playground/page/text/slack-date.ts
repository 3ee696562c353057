import { ZONE } from './london.ts';

const FORMATS: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: { year: 'numeric', month: '2-digit', day: '2-digit' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  date_short: { day: 'numeric', month: 'short', year: 'numeric' },
  date_long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hour12: false },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false },
};

/**
 * Slack's `<!date^…>` in London time. `seconds` since 1970; undefined where it or a token of the
 * format is not known, so that the fallback stands instead.
 */
export function dateInWords(seconds: number, format: string): string | undefined {
  if (!Number.isInteger(seconds) || Math.abs(seconds) > 8.64e12) return undefined;
  const at = new Date(seconds * 1000);
  let known = true;
  const words = format.replaceAll(/\{(\w+)\}/g, (_, token: string) => {
    const options = FORMATS[token.replace(/_pretty$/, '')];
    if (options === undefined) {
      known = false;
      return '';
    }
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: ZONE })
      .format(at)
      .replace(',', '');
  });
  return known ? words : undefined;
}
