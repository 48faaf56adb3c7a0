import { describe, expect, it } from 'vitest'
import { operationId } from './operation-id.ts'

describe('operationId', () => {
  it.each([
    ['GET', '/health', 'getHealthProbe'],
    ['GET', '/api/health', 'getHealth'],
    ['GET', '/api/dashboard/today', 'getDashboardToday'],
    ['GET', '/api/uploads/{id}', 'getUploadsById'],
    ['GET', '/api/uploads/{id}/rejections.csv', 'getUploadsByIdRejectionsCsv'],
    ['POST', '/api/kpi/run', 'postKpiRun'],
  ] as const)('names %s %s %s', (method, path, name) => {
    expect(operationId({ method, path })).toBe(name)
  })
})
