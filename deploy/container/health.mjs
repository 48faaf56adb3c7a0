// Ends with 0 while the server in this container is alive, for its health check; its port may be given.
const [port = '8080'] = process.argv.slice(2)
const answer = await fetch(`http://127.0.0.1:${port}/health`, {
  signal: AbortSignal.timeout(4_000),
})
process.exitCode = answer.ok ? 0 : 1
