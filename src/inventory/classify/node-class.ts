/**
 * True when a source's class of machine is one of `classes`, in any case; one that begins with `*`
 * stands for every class that ends in the rest.
 */
export function isNodeClass(nodeClass: string, classes: readonly string[]): boolean {
  const found = nodeClass.toUpperCase()
  return classes.some((each) => {
    const wanted = each.toUpperCase()
    return wanted.startsWith('*') ? found.endsWith(wanted.slice(1)) : found === wanted
  })
}
