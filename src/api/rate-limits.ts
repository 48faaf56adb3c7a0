import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from '../lib/errors.ts'
import { changesSomething } from './csrf.ts'

/** How many requests are taken. */
export interface RateLimits {
  /** Before anything is looked up. Throws `request.too-many`. */
  assertAddress(request: FastifyRequest): Promise<void>
  /** Once it is known who sends it. Throws `request.too-many`. */
  assertCaller(request: FastifyRequest): Promise<void>
}

/** People behind one address. */
const ADDRESS_SHARE = 5
/** Of what nobody need be signed in for and costs something: a password hash, or a question to a provider. */
const STRANGERS_PER_MINUTE = 60
const WINDOW_MS = 60_000
const REMEMBERED = 20_000
/** What a household or an office is given of IPv6. */
const IPV6_PREFIX = 64

/** Limits requests by address and by caller, counted by each server for itself. */
export async function rateLimits(http: FastifyInstance, perMinute: number): Promise<RateLimits> {
  await http.register(rateLimit, { global: false, cache: REMEMBERED })
  const limiter = (max: number, keyGenerator: (request: FastifyRequest) => string) => {
    const check = http.createRateLimit({ max, timeWindow: WINDOW_MS, keyGenerator })
    return async (request: FastifyRequest) => {
      const limit = await check(request)
      if (limit.isAllowed || !limit.isExceeded) return
      throw new AppError('request.too-many', { retryAfterSeconds: Math.max(limit.ttlInSeconds, 1) })
    }
  }
  const fromAddress = limiter(perMinute * ADDRESS_SHARE, (request) => `all ${addressOf(request)}`)
  const fromStranger = limiter(STRANGERS_PER_MINUTE, (request) => `new ${addressOf(request)}`)
  const fromCaller = limiter(perMinute, ({ caller }) => `${caller?.kind} ${caller?.name}`)
  return {
    async assertAddress(request) {
      await fromAddress(request)
      const isForAnybody = request.routeOptions.config.access === 'anybody'
      const isCostly = changesSomething(request.method) || request.routeOptions.config.isCostly
      if (isForAnybody && isCostly) await fromStranger(request)
    },
    async assertCaller(request) {
      if (request.caller !== null) await fromCaller(request)
    },
  }
}

/** Where a request comes from; of IPv6 the network, in which one machine has addresses without number. */
export function addressOf({ ip }: Pick<FastifyRequest, 'ip'>): string {
  return normalizeIP(ip, IPV6_PREFIX)
}
