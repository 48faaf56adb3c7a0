/**
 * The word that stands where a command is named: the first that is neither an option of every
 * command nor its value. Null where there is none.
 *
 * @example typedCommand(['--config', 'muster.yaml', 'plan', '--names']) // => 'plan'
 */
export function typedCommand(words: readonly string[]): string | null {
  const [word, ...rest] = words
  if (word === undefined) return null
  if (word === '--json' || /^--(?:config|lang)=/u.test(word)) return typedCommand(rest)
  return word === '--config' || word === '--lang' ? typedCommand(rest.slice(1)) : word
}
