/**
 * A reply in words, before any surface draws it. Slack's blocks, its fallback text, the terminal
 * and `--json` are all made from the same parts, so that no surface says anything of its own.
 */
export interface QuotedLine {
  /** The source's own words; speech carries its marks. [sic] may stand after a published mistake. */
  readonly text: string;
  readonly place: string;
  /** "Her Majesty’s Inspector of Constabulary Matt Parr", for speech. */
  readonly speaker?: string;
  /** True for a list item, so that a surface may draw a bullet before it. */
  readonly item: boolean;
}

/** Somebody in Slack, whom a surface of Slack's mentions. */
export interface PersonNamed {
  /** Slack user id. */
  readonly person: string;
  /** What surfaces without mentions show; default the id after "@". */
  readonly name?: string;
}

/** Words in which somebody may be named. The strings are plain text: who draws them escapes them. */
export type Words = string | readonly (string | PersonNamed)[];

export interface Field {
  readonly label: string;
  /** A field without a value is left out. */
  readonly value: Words;
}

export type MessagePart =
  /** What a part of a longer message answers. */
  | { readonly type: 'heading'; readonly text: string }
  /** The bot's own framing: what was understood, what is not known, what to do. */
  | { readonly type: 'line'; readonly text: string }
  /** Approved or published words, and nothing else. `link` is an address of ours. */
  | { readonly type: 'quote'; readonly lines: readonly QuotedLine[] }
  /** Who speaks, where it stands, which release, as at when. */
  | { readonly type: 'source'; readonly text: string; readonly link?: Link }
  /** The press office's note, apart from the release's words. */
  | { readonly type: 'press-note'; readonly text: string }
  /** "Did you mean": each a button where there are buttons. */
  | { readonly type: 'choices'; readonly choices: readonly ChoiceLine[] }
  /** What a person can do with an entry's answer; surfaces without buttons leave it out. */
  | { readonly type: 'actions'; readonly entryKey: string }
  /** The number to ring now. */
  | { readonly type: 'ring'; readonly text: string }
  /** The bot's own framing where it names somebody. */
  | { readonly type: 'named'; readonly words: Words }
  /** Labels with their values, each on a line of its own. */
  | { readonly type: 'fields'; readonly fields: readonly Field[] }
  /** What a person wrote, character for character, set apart and between quotation marks. */
  | { readonly type: 'words'; readonly text: string }
  /** One of a list: what it is, and whom it concerns. */
  | { readonly type: 'item'; readonly text: string; readonly who?: Words }
  /** Said in passing: who sees this, what is kept. */
  | { readonly type: 'aside'; readonly text: string };

export interface Link {
  readonly label: string;
  readonly url: string;
}

export interface ChoiceLine {
  readonly entryKey: string;
  readonly title: string;
}

export interface Message {
  readonly parts: readonly MessagePart[];
}
