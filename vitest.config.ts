import { defineConfig } from 'vitest/config'

const STORE = ['src/**/*.store.test.ts', 'demo/**/*.store.test.ts', 'test/scenarios/**/*.test.ts']
const MARIADB = ['src/**/*.mariadb.test.ts', 'test/**/*.mariadb.test.ts']
/** Heavy, and about more than PostgreSQL: on one version of it. */
const ONCE = [
  'test/scenarios/{killed-apply,interrupted-apply,lost-ocs,superseded-in-doubt,nightly,undo}.test.ts',
  'test/scenarios/{killed-collect,device-fields,findings,correct-names,what-if}.test.ts',
  'test/scenarios/{killed-ingest,ingest-commands,inbox,study}.test.ts',
  'test/scenarios/{read-replica,serve-resilience,command-examples,api-guide}.test.ts',
  'test/scenarios/{job-servers,guards,four-eyes,verify,overdue,remembered-answers,interrupted-serve}.test.ts',
  'test/scenarios/{api-conformance,api-main-job,api-desk,backup,site-series,analyze,regressors}.test.ts',
  'test/scenarios/{plan-reads-only,remembered-by-caller,alerts,first-serve,uploads}.test.ts',
]
const BROWSER = ['test/browser/**/*.test.ts']
const NEVER = ['**/node_modules/**']

/** Services are started by the project that needs them, and only when one of its files runs. */
const MARIADB_SETUP = 'test/support/mariadb-setup.ts'
const WEB_SETUP = 'test/support/web-setup.ts'
const POSTGRES_SETUP = 'test/support/postgres-setup.ts'

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    teardownTimeout: 60_000,
    setupFiles: ['test/support/property-setup.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          // what touches nothing outside may share a process: starting one for each file took longer than the tests
          isolate: false,
          include: ['{src,test,demo,bench,drill,soak,fuzz,scripts,web}/**/*.test.ts'],
          exclude: [...NEVER, ...STORE, ...MARIADB, ...BROWSER],
        },
      },
      ...['postgres-18', 'postgres-15'].map((name) => ({
        extends: true as const,
        test: {
          name,
          include: STORE,
          exclude: [...NEVER, ...MARIADB, ...(name === 'postgres-15' ? ONCE : [])],
          globalSetup: [POSTGRES_SETUP, MARIADB_SETUP],
        },
      })),
      {
        extends: true,
        test: {
          name: 'browser',
          include: BROWSER,
          exclude: NEVER,
          globalSetup: [POSTGRES_SETUP, WEB_SETUP],
          // a browser, its server and its database are three processes: alone, they have the machine to themselves
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: 'mariadb', include: MARIADB, exclude: NEVER, globalSetup: [MARIADB_SETUP] },
      },
    ],
  },
})
