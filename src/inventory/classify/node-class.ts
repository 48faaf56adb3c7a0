/**
 * True when a source's class of machine is one of `classes`, in any case; one that begins with `*`
 * stands for every class that ends in the rest, and one that ends in `*` for all that begin so.
 */
export function isNodeClass(nodeClass: string, classes: readonly string[]): boolean {
  const found = nodeClass.toUpperCase()
  return classes.some((each) => {
    const wanted = each.toUpperCase()
    if (wanted.startsWith('*')) return found.endsWith(wanted.slice(1))
    return wanted.endsWith('*') ? found.startsWith(wanted.slice(0, -1)) : found === wanted
  })
}
