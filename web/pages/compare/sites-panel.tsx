import { Link } from '@tanstack/react-router'
import { download } from '../../api/download.ts'
import { useFormat } from '../../format/use-format.ts'
import { ExportMenu } from '../../ui/export-menu.tsx'
import { Panel } from '../../ui/panel.tsx'
import { MACHINES } from '../../words/machine-words.ts'
import { useWords } from '../../words/use-words.ts'
import { type Bridge, stepsOf, TERMS } from './bridge-steps.ts'
import styles from './compare.module.css'
import { COMPARE } from './compare-words.ts'
import { addressOfStep, placeOf } from './step-address.ts'
import type { useBridgesOf } from './use-bridges-of.ts'
import type { Compared } from './use-compared.ts'

interface SitesPanelProps {
  readonly compared: Compared
  readonly query: ReturnType<typeof useBridgesOf>
}

/** The bridge of every site, each number opening into its machines. */
export function SitesPanel({ compared, query }: SitesPanelProps) {
  const say = useWords(COMPARE)
  const { from, to, figure } = compared
  return (
    <Panel
      title={say.sites}
      note={say[figure]}
      query={query}
      actions={
        <ExportMenu
          onExport={(format) =>
            download('exportComparison', { query: { from, to, part: 'bridges', format } })
          }
        />
      }
      missing={say.noBridge}
    >
      {(found) => (
        <SitesTable
          bridges={found.bridges.filter(
            ({ scope, measure }) => scope === 'site' && measure === figure,
          )}
          compared={{ ...compared, from: found.from, to: found.to }}
        />
      )}
    </Panel>
  )
}

interface SitesTableProps {
  readonly bridges: readonly Bridge[]
  readonly compared: Compared
}

function SitesTable({ bridges, compared }: SitesTableProps) {
  const say = useWords(COMPARE)
  const { site: siteWord } = useWords(MACHINES)
  const { day } = useFormat()
  const { from, to } = compared
  return (
    <section
      className={styles.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label={`${say.sites}, ${say[compared.figure]}`}
    >
      <table className={styles.sites}>
        <thead>
          <tr>
            <th scope="col">{siteWord}</th>
            <th scope="col">{day(from, 'short')}</th>
            {TERMS.map((term) => (
              <th scope="col" key={term}>
                {say[term]}
              </th>
            ))}
            <th scope="col">{day(to, 'short')}</th>
          </tr>
        </thead>
        <tbody>
          {bridges.map((bridge) => (
            <SiteRow key={placeOf(bridge.site)} bridge={bridge} compared={compared} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function SiteRow({ bridge, compared }: { readonly bridge: Bridge; readonly compared: Compared }) {
  const { noSite } = useWords(MACHINES)
  const { number, signed } = useFormat()
  const here = { ...compared, site: placeOf(bridge.site) }
  return (
    <tr>
      <th scope="row">{bridge.site ?? noSite}</th>
      {stepsOf(bridge).map((step) => (
        <td key={step.name} className={step.value === 0 ? styles.none : undefined}>
          {step.value === 0 ? (
            '0'
          ) : (
            <Link {...addressOfStep(step, here)} resetScroll={false} className="plain-link">
              {step.name === 'start' || step.name === 'end'
                ? number(step.value)
                : signed(step.value)}
            </Link>
          )}
        </td>
      ))}
    </tr>
  )
}
