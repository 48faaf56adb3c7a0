import { useAction, useRoute } from './use-route.ts'

/** The views that the person at the screen saved. */
export function useViews() {
  return useRoute('listViews')
}

/** Saves a view, in the place of one of that name. */
export function useSaveView() {
  return useAction('saveView', { renews: ['listViews'] })
}

/** Deletes a view. */
export function useDeleteView() {
  return useAction('deleteView', { renews: ['listViews'] })
}
