import type { Target } from './target.ts'

/** Everything that is fuzzed. */
export const TARGETS: readonly Target[] = [
  {
    ...{ name: 'events-csv', about: 'files of events: delimited text, also gzip', share: 10 },
    load: async () => (await import('./parsers/event-files.ts')).openEventsCsv,
  },
  {
    ...{ name: 'events-json', about: 'files of events: JSON', share: 10 },
    load: async () => (await import('./parsers/event-files.ts')).openEventsJson,
  },
  {
    ...{ name: 'events-ndjson', about: 'files of events: lines of JSON', share: 10 },
    load: async () => (await import('./parsers/event-files.ts')).openEventsNdjson,
  },
  {
    ...{ name: 'events-xlsx', about: 'files of events: workbooks, also gzip', share: 4 },
    load: async () => (await import('./parsers/event-files.ts')).openEventsXlsx,
  },
  {
    ...{ name: 'workbooks', about: 'xlsx (bytes, zip, XML, cells) and delimited text', share: 8 },
    load: async () => (await import('./parsers/workbooks.ts')).openWorkbooks,
  },
  {
    ...{ name: 'marked-copies', about: 'workbooks given back with marks', share: 3 },
    load: async () => (await import('./parsers/marked-copy.ts')).openMarkedCopies,
  },
  {
    ...{ name: 'books', about: "registers and other tools' exports", share: 5 },
    load: async () => (await import('./parsers/books.ts')).openBooks,
  },
  {
    ...{ name: 'configuration', about: 'muster.yaml', share: 5 },
    load: async () => (await import('./parsers/configuration.ts')).openConfiguration,
  },
  {
    ...{ name: 'golden-cases', about: 'golden cases, read and run', share: 3 },
    load: async () => (await import('./parsers/golden-cases.ts')).openGoldenCases,
  },
  {
    ...{ name: 'access-tokens', about: 'signed tokens, forged', share: 20 },
    load: async () => (await import('./access/access-token.ts')).openAccessTokens,
  },
  {
    ...{ name: 'sign-ins', about: 'cookies, tokens and CSRF at a whole server', share: 10 },
    needsDatabase: true,
    load: async () => (await import('./access/sign-ins.ts')).openSignIns,
  },
  {
    ...{ name: 'operations', about: 'the HTTP API by its OpenAPI document', share: 12 },
    needsDatabase: true,
    load: async () => (await import('./api/operations.ts')).openOperations,
  },
  {
    ...{ name: 'roles', about: 'permissions of every mixture, at every operation', share: 8 },
    needsDatabase: true,
    load: async () => (await import('./api/roles.ts')).openRoles,
  },
  {
    ...{ name: 'sites', about: 'callers limited to a site, canaries at the others', share: 10 },
    needsDatabase: true,
    load: async () => (await import('./api/sites.ts')).openSites,
  },
]
