import { z } from 'zod'

/** How `muster serve` listens, as a person configures it. */
export const ServerSettings = z.strictObject({
  mode: z
    .enum(['development', 'production'])
    .default('development')
    .describe(
      'In production "muster serve" does not start unless it is safe: behind TLS, names given, keys in place, the database protected. In development it listens at this machine only.',
    ),
  allowOpenDevelopment: z
    .boolean()
    .default(false)
    .describe('Let a server in development listen beyond this machine all the same.'),
  host: z
    .string()
    .min(1, 'empty-text')
    .default('127.0.0.1')
    .describe('Address to listen at; 0.0.0.0 for every network of this machine.'),
  port: z.number().int().min(0).max(65_535).default(8080).describe('Port to listen at.'),
  hosts: z
    .array(z.string().min(1, 'empty-text'))
    .default([])
    .describe(
      'Names under which people reach the server, such as muster.example.org; requests for other names are refused. Empty for this machine only.',
    ),
  maxConnections: z
    .number()
    .int()
    .min(10)
    .max(100_000)
    .default(2_000)
    .describe('How many connections are held open at once; what comes beyond is closed at once.'),
  maxUploads: z
    .int()
    .min(1)
    .max(1_000)
    .default(20)
    .describe('How many files may be sent to this server at once; what comes beyond is refused.'),
  maxUploadsPerCaller: z
    .int()
    .min(1)
    .max(1_000)
    .default(4)
    .describe('How many of them one person or token may send at once.'),
  trustedProxies: z
    .array(z.string().min(1, 'empty-text'))
    .default([])
    .describe('Addresses of proxies whose word for the address of a caller is taken.'),
  isBehindTls: z
    .boolean()
    .default(false)
    .describe('Whether people reach the server by https; cookies are then for https only.'),
  openMetrics: z
    .boolean()
    .default(false)
    .describe('Whether anybody may read /metrics; else a token with the permission read.'),
})

export type ServerSettings = z.output<typeof ServerSettings>
