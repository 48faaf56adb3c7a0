/** A benchmark as it is run with all others, and told of on their page. */
export interface Benchmark {
  /** Of the result it keeps, and of its npm script. */
  readonly name: string
  /** In `bench`. */
  readonly file: string
  readonly title: string
  /** What is measured, beside what. */
  readonly about: string
  /** What it is run with: at full size, and small enough that all of them take minutes. */
  readonly full: readonly string[]
  readonly quick: readonly string[]
}

/** Every benchmark there is, the short ones first. */
export const BENCHMARKS = [
  {
    name: 'anomaly',
    file: 'anomaly.ts',
    title: 'Isolation Forest',
    about: 'Growing 200 trees and scoring days with planted anomalies, beside scikit-learn.',
    full: [],
    quick: ['--points', '5000', '--rounds', '2'],
  },
  {
    name: 'accuracy',
    file: 'accuracy.ts',
    title: 'Accuracy of forecasts',
    about: 'The ends of public series forecast by the automatic choice of a model, beside Theta.',
    full: [],
    quick: ['--every', '7'],
  },
  {
    name: 'matching',
    file: 'matching.ts',
    title: 'Matching',
    about: 'Records of two sources matched into machines. It has no peer.',
    full: [],
    quick: ['--records', '50000', '--rounds', '2'],
  },
  {
    name: 'sarimax',
    file: 'sarimax.ts',
    title: 'Seasonal models',
    about: 'SARIMAX (1,1,1)(0,1,1,7) fitted to two years of days, beside statsmodels.',
    full: [],
    quick: ['--series', '2', '--rounds', '2'],
  },
  {
    name: 'workers',
    file: 'workers.ts',
    title: 'Jobs by several processes',
    about: 'The same recounts and studies done by 1, 2 and 4 processes. It has no peer.',
    full: [],
    quick: ['--sources', '2', '--rounds', '1'],
  },
  {
    name: 'main-job',
    file: 'main-job.ts',
    title: 'The main job',
    about:
      'Every TAG of OCS planned from two workbooks and written, beside a script of pandas, openpyxl and PyMySQL.',
    full: [],
    quick: ['--rows', '10000', '--rounds', '1'],
  },
  {
    name: 'load',
    file: 'load.ts',
    title: 'Mixed reads',
    about: 'What people and programs ask of `muster serve`, at a steady rate. It has no peer.',
    full: [],
    quick: ['--devices', '1000', '--seconds', '5', '--rate', '50'],
  },
  {
    name: 'screens',
    file: 'screens.ts',
    title: 'Screens',
    about: 'The first screens of the web app opened and scrolled in Chromium. They have no peer.',
    full: [],
    quick: ['--devices', '1000', '--rounds', '1'],
  },
  {
    name: 'checks',
    file: 'checks.ts',
    title: 'The checks over a fleet',
    about: 'All checks over a fleet in three sources, beside a script of pandas and psycopg2.',
    full: [],
    quick: ['--devices', '5000', '--rounds', '1'],
  },
  {
    name: 'fleet-day',
    file: 'fleet-day.ts',
    title: 'A day of a fleet',
    about:
      'A day of a fleet collected from a simulated NinjaOne, beside a script of urllib, json and psycopg2.',
    full: [],
    quick: ['--devices', '5000', '--rounds', '1'],
  },
  {
    name: 'ingest',
    file: 'ingest.ts',
    title: 'Event files',
    about: 'Files of events taken in, beside `\\copy` of psql and a script of pandas.',
    full: ['--gigabytes', '2'],
    quick: ['--rows', '50000', '--rounds', '1'],
  },
  {
    name: 'forecast-many',
    file: 'forecast-many.ts',
    title: 'Many series, in memory',
    about: 'Series studied on worker threads, without a database. It has no peer.',
    full: ['--in-memory', '--series', '1000'],
    quick: ['--in-memory', '--series', '48'],
  },
  {
    name: 'forecast-many-stored',
    file: 'forecast-many.ts',
    title: 'Many series, stored',
    about: 'Series taken in as events, studied, and their forecasts kept. It has no peer.',
    full: [],
    quick: ['--series', '48'],
  },
  {
    name: 'history',
    file: 'history.ts',
    title: 'The history',
    about: 'Days of two sources kept as history and asked about, beside a table of daily rows.',
    full: [],
    quick: ['--devices', '1000', '--days', '10', '--versions', '3000'],
  },
] as const satisfies readonly Benchmark[]

export type BenchmarkName = (typeof BENCHMARKS)[number]['name']
