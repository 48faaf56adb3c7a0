import fc from 'fast-check'

const { MUSTER_TEST_SEED = '20261121' } = process.env

/** The same cases each time, so that a change is judged by what it changes; `npm run drill:properties` asks for others. */
fc.configureGlobal({ seed: Number(MUSTER_TEST_SEED) })
