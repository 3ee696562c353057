export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A telephone line, and who has confirmed that it still rings where it says. */
export interface Line {
  readonly name: string;
  readonly number: string;
  /** What it is for, in a few words: "urgent media enquiries". */
  readonly purpose?: string;
  readonly confirmed?: { readonly by: string; readonly on: string };
}

export interface BankHoliday {
  /** ISO date in the office's zone. */
  readonly date: string;
  readonly name: string;
}

/** Everything about the office that is not a release: who it is, when it is open, what to ring. */
export interface Office {
  readonly organisation: string;
  /** Slash command with its slash: `/hmicfrs`. */
  readonly command: string;
  /** Questions that work, for help and greetings: "cyber recommendations". At least one. */
  readonly examples: readonly string[];
  /** IANA zone: `Europe/London`. */
  readonly zone: string;
  readonly days: readonly Weekday[];
  /** Wall-clock minutes after midnight in `zone`; open at `opens`, shut from `closes` on. */
  readonly opens: number;
  readonly closes: number;
  readonly pressOffice: Line;
  readonly outOfHours: Line;
  /** This office's own rule; no release speaks of it. */
  readonly shutOnBankHolidays: boolean;
  readonly bankHolidays: readonly BankHoliday[];
  /** ISO date up to which the list of bank holidays is known to be whole. */
  readonly holidaysCompleteUntil: string;
  /** Questions that the office's own record answers where no release does. */
  readonly questions: {
    readonly hours: readonly string[];
    readonly telephone: readonly string[];
    readonly outOfHours: readonly string[];
  };
  /** Where the published hours and numbers are taken from: "the release of October 2019". */
  readonly publishedIn: string;
}
