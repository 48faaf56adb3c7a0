/** Gives each heading of one page its anchor, as the places where repositories are read do. */
export function anchors(): (heading: string) => string {
  const given = new Map<string, number>()
  return (heading) => {
    const plain = heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Mark}\p{Number}\p{Connector_Punctuation} -]/gu, '')
      .replaceAll(' ', '-')
    const times = given.get(plain) ?? 0
    given.set(plain, times + 1)
    return times === 0 ? plain : `${plain}-${times}`
  }
}
