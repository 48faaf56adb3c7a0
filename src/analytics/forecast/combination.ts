import type { Figures } from '../series.ts'
import type {
  FittedModel,
  ForecastModel,
  Outlook,
  Parameters,
  SeriesShape,
} from './forecast-model.ts'

/** A member of a combination, fitted. */
export interface FittedMember {
  readonly model: ForecastModel
  readonly fitted: FittedModel
}

/** A combination of one is that one, under a name that promises more. */
const LEAST_MEMBERS = 2

/**
 * Several models at equal weights: what competitions found hardest to beat (Makridakis, Spiliotis and
 * Assimakopoulos, 2020). A member the figures are too few for is left out; two must remain.
 */
export function combinationOf(models: readonly ForecastModel[]): ForecastModel {
  return {
    name: 'combination',
    least: (shape) =>
      models.map((model) => model.least(shape)).toSorted((one, other) => one - other)[1] ??
      Infinity,
    fit: (values, shape, found) => fitMembers({ models, values, shape }, found),
  }
}

/** The combination of models that are fitted already; null where fewer than two are. */
export function combineFitted(members: readonly FittedMember[]): FittedModel | null {
  const fitted = members.map((member) => member.fitted)
  if (fitted.length < LEAST_MEMBERS) return null

  return {
    parameters: Object.assign({}, ...members.map(prefixed)),
    expected: meanExpected(fitted.map((each) => each.expected)),
    ahead: (horizon, regressors) =>
      combineOutlooks(fitted.map((each) => each.ahead(horizon, regressors))),
  }
}

/**
 * The mean of the means, and the mean of the errors. The members err together, as all miss the same
 * chance, so errors do not cancel as those of strangers would; to average them is to average quantiles,
 * which keeps the width of a typical member. See Lichtendahl, Grushka-Cockayne and Winkler (2013).
 */
export function combineOutlooks(outlooks: readonly Outlook[]): Outlook {
  return {
    mean: averaged(outlooks.map((outlook) => outlook.mean)),
    error: averaged(outlooks.map((outlook) => outlook.error)),
  }
}

interface Membership {
  readonly models: readonly ForecastModel[]
  readonly values: Figures
  readonly shape: SeriesShape
}

function fitMembers({ models, values, shape }: Membership, found?: Parameters): FittedModel | null {
  return combineFitted(
    models.flatMap((model) => {
      const own = found === undefined ? undefined : ownParameters(model, found)
      if (own !== undefined && Object.keys(own).length === 0) return []

      const fitted = model.fit(values, shape, own)
      return fitted === null ? [] : [{ model, fitted }]
    }),
  )
}

/** Parameters under the member's name, so that those of several stand side by side: `theta.alpha`. */
function prefixed({ model, fitted }: FittedMember): Parameters {
  const entries = Object.entries(fitted.parameters)
  return Object.fromEntries(entries.map(([name, value]) => [`${model.name}.${name}`, value]))
}

function ownParameters(model: ForecastModel, found: Parameters): Parameters {
  const prefix = `${model.name}.`
  const entries = Object.entries(found).filter(([name]) => name.startsWith(prefix))
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length), value]))
}

/** Where a member could not tell yet, none is told. */
function meanExpected(members: readonly Figures[]): Figures {
  return (members[0] ?? []).map((_, step) => {
    const known = members.map((figures) => figures[step] ?? null).filter((value) => value !== null)
    return known.length < members.length ? null : known.reduce(sum, 0) / known.length
  })
}

function averaged(members: readonly (readonly number[])[]): number[] {
  return (members[0] ?? []).map(
    (_, step) => members.reduce((total, each) => total + (each[step] ?? 0), 0) / members.length,
  )
}

function sum(one: number, other: number): number {
  return one + other
}
