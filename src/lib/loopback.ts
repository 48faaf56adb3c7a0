/** Whether a host is this very machine, by its name or address alone. @example isLoopback('[::1]') // => true */
export function isLoopback(host: string): boolean {
  const named = host.toLowerCase()
  return named === 'localhost' || /^\[?::1\]?$/u.test(named) || /^127(?:\.\d{1,3}){3}$/u.test(named)
}
