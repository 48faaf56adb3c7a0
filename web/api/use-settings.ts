import { useRoute } from './use-route.ts'

const SOMETIMES_MS = 60_000

/** The configuration in force, without any secret. */
export function useSettings() {
  return useRoute('showSettings')
}

/** What servers do by themselves, and when. */
export function useTimetable() {
  return useRoute('showTimetable', {}, { everyMs: SOMETIMES_MS })
}
