/** How a level, a slope and a season follow the figures; errors are added, never multiplied. */
export interface SmoothingForm {
  readonly trend: 'none' | 'straight' | 'damped'
  /** Steps of a season; 1 where none is followed. */
  readonly period: number
}

/** How quickly level, slope and season follow; `phi` is what remains of the slope from step to step. */
export interface SmoothingWeights {
  readonly alpha: number
  readonly beta: number
  readonly phi: number
  readonly gamma: number
}

/** Where each unknown of a form stands in its vector; -1 where the form has none. */
export interface Layout {
  readonly alpha: number
  readonly beta: number
  readonly phi: number
  readonly gamma: number
  readonly level: number
  readonly slope: number
  /** The first of `period - 1` season states; the last is minus their sum. */
  readonly season: number
  readonly size: number
}

/** How far from 0 and 1 a weight keeps at least, as in R's forecast package. */
const MARGIN = 1e-4
/** What may remain of a damped slope: less hardly differs from none, more from a straight one. */
const PHI = { least: 0.8, most: 0.98 }
/** Beyond this a free coordinate is at its bound. */
export const FREE_BOUND = Math.log((1 - MARGIN) / MARGIN)

/** Places the unknowns of a form: weights first, then the states before the first step. */
export function layoutOf({ trend, period }: SmoothingForm): Layout {
  let size = 0
  const place = (wanted: boolean, width = 1) => {
    const at = wanted ? size : -1
    size += wanted ? width : 0
    return at
  }
  const [sloped, seasonal] = [trend !== 'none', period > 1]
  return {
    alpha: place(true),
    beta: place(sloped),
    phi: place(trend === 'damped'),
    gamma: place(seasonal),
    level: place(true),
    slope: place(sloped),
    season: place(seasonal, period - 1),
    get size() {
      return size
    },
  }
}

/**
 * The weights that free coordinates stand for: 0 < alpha < 1, 0 < beta < alpha, 0 < gamma < 1 - alpha,
 * 0.8 < phi < 0.98, the usual region of Hyndman, Koehler, Ord and Snyder (2008), chapter 2.
 */
export function weightsOf(form: SmoothingForm, free: Float64Array): SmoothingWeights {
  const layout = layoutOf(form)
  const share = (at: number) => logistic(free[at] ?? 0)
  const alpha = share(layout.alpha)
  return {
    alpha,
    beta: layout.beta < 0 ? 0 : alpha * share(layout.beta),
    phi: phiOf(form, share(layout.phi)),
    gamma: layout.gamma < 0 ? 0 : (1 - alpha) * share(layout.gamma),
  }
}

/** The free coordinates of weights: what `weightsOf` turns back into them. */
export function freeOf(form: SmoothingForm, weights: SmoothingWeights): Float64Array {
  const layout = layoutOf(form)
  const free = new Float64Array(layout.size)
  const put = (at: number, share: number) => {
    if (at >= 0) free[at] = logit(share)
  }
  put(layout.alpha, weights.alpha)
  put(layout.beta, weights.beta / weights.alpha)
  put(layout.phi, (weights.phi - PHI.least) / (PHI.most - PHI.least))
  put(layout.gamma, weights.gamma / (1 - weights.alpha))
  return free
}

/** How alpha, beta, phi and gamma move with each free coordinate: a row for each. */
export function weightSlopes(form: SmoothingForm, free: Float64Array) {
  const layout = layoutOf(form)
  const share = (at: number) => logistic(free[at] ?? 0)
  const steep = (at: number) => share(at) * (1 - share(at))
  const row = () => new Float64Array(layout.size)
  const [alpha, beta, phi, gamma] = [row(), row(), row(), row()]
  alpha[layout.alpha] = steep(layout.alpha)
  if (layout.beta >= 0) {
    beta[layout.alpha] = steep(layout.alpha) * share(layout.beta)
    beta[layout.beta] = share(layout.alpha) * steep(layout.beta)
  }
  if (layout.phi >= 0) phi[layout.phi] = (PHI.most - PHI.least) * steep(layout.phi)
  if (layout.gamma >= 0) {
    gamma[layout.alpha] = -steep(layout.alpha) * share(layout.gamma)
    gamma[layout.gamma] = (1 - share(layout.alpha)) * steep(layout.gamma)
  }
  return [alpha, beta, phi, gamma] as const
}

function phiOf({ trend }: SmoothingForm, share: number): number {
  if (trend === 'none') return 0
  return trend === 'straight' ? 1 : PHI.least + (PHI.most - PHI.least) * share
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

function logit(share: number): number {
  const inside = Math.min(1 - MARGIN, Math.max(MARGIN, share))
  return Math.log(inside / (1 - inside))
}
