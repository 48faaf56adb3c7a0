/** The folder of a server's socket, as the driver takes it: `/run/postgresql muster`, `socket:/...`. */
const SOCKET = /^(?:\/|socket:)/u

/** True when a text is an address of a PostgreSQL server, whether one answers there or not. */
export function isServerUrl(text: string): boolean {
  if (SOCKET.test(text)) return true
  const withHost = text.replace('@/', '@host/') // the driver takes the host from ?host= then
  return /^postgres(?:ql)?:\/\//iu.test(text) && URL.canParse(withHost)
}
