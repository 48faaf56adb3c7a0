import type { CallParts } from './call.ts'
import { usePages } from './use-pages.ts'
import { useAction, useRoute } from './use-route.ts'

/** What a list of machines is narrowed to, as the server is asked. */
export type DeviceQuery = NonNullable<CallParts<'listDevices'>['query']>

/** Machines as of a day, of which only the pages on the screen are asked for. */
export function useDevicePages(query: DeviceQuery) {
  return usePages('listDevices', { query })
}

/** Records of which only a person can say which are one machine. */
export function useLinkQuestions() {
  return useRoute('listLinkQuestions')
}

/** A machine by its number or by a record of it, as of a day (today where '' is given). */
export function useDevice(named: string, asOf: string) {
  const isNumber = /^\d+$/u.test(named)
  const query = asOf === '' ? {} : { asOf }
  const byNumber = useRoute(
    'getDevice',
    { params: { id: named }, query },
    { isEnabled: isNumber, keepsPrevious: true },
  )
  const byRecord = useRoute(
    'getDeviceOfRecord',
    { query: { ...query, record: named } },
    { isEnabled: !isNumber, keepsPrevious: true },
  )
  return isNumber ? byNumber : byRecord
}

/** What the records of a machine said anew, by day; `device` is null until it is known. */
export function useDeviceTimeline(device: number | null, asOf: string) {
  const query = asOf === '' ? {} : { asOf }
  return useRoute(
    'deviceTimeline',
    { params: { id: device ?? 0 }, query },
    { isEnabled: device !== null, keepsPrevious: true },
  )
}

/** Findings of a machine, of any state; the text finds machines whose number begins alike as well. */
export function useFindingsOfDevice(device: number | null) {
  return useRoute(
    'listFindings',
    { query: { text: `device:${device}`, state: 'all', limit: 200 } },
    { isEnabled: device !== null },
  )
}

const AFTER_A_WORD = [
  ...(['getDevice', 'getDeviceOfRecord', 'deviceTimeline', 'listLinkQuestions'] as const),
  ...(['listDevices', 'todayWaiting', 'countDevices', 'listFindings', 'todayFindings'] as const),
]

/** Says that two records are one machine or two. */
export function useDecideLink() {
  return useAction('decideLink', { renews: AFTER_A_WORD })
}

/** Takes back what was said of two records. */
export function useTakeLinkBack() {
  return useAction('takeLinkBack', { renews: AFTER_A_WORD })
}
