/** What is wrong with a file of figures that move a metric. */
export type RegressorProblem =
  | 'unopened'
  | 'no-heading'
  | 'no-day'
  | 'no-number'
  | 'day-twice'
  | 'empty'
