import { defineConfig } from 'vitest/config'

/** The tests a mutated file may be caught by: those that need no database, of the folders that are mutated. */
export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 30_000,
    setupFiles: ['test/support/property-setup.ts'],
    include: ['src/{reconcile,inventory,analytics/stats}/**/*.test.ts'],
    exclude: ['**/*.store.test.ts', '**/*.mariadb.test.ts', '**/*-speed.test.ts'],
  },
})
