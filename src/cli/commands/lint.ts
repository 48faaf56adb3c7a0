import { placeStore } from '../../inventory/place/store.ts'
import { machineSources } from '../../jobs/fleet/machine-sources.ts'
import { lintPolicy } from '../../reconcile/checks/lint-policy.ts'
import { appCommand } from '../command.ts'
import { lintLines } from '../lines/lint-lines.ts'

export const lint = appCommand({
  name: 'lint',
  does: {
    en: 'say what in the configuration of checks and billing can have no effect',
    es: 'decir qué de la configuración de comprobaciones y facturación no puede tener efecto',
  },
  async work(app) {
    const { checks, fleet } = app.settings
    const configured = machineSources(app.settings)
    const settings = { ...checks, billing: fleet.policy.billing, configured }
    const found = lintPolicy(settings, await placeStore(app.database).known())
    const { remarks, unjudged } = found
    return {
      ending: remarks.length === 0 ? 'agreed' : 'differences',
      document: { items: remarks, total: remarks.length, unjudged },
      lines: lintLines(found, app.language),
    }
  },
})
