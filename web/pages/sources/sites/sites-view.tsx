import { useWho } from '../../../api/use-session.ts'
import { useSiteMap } from '../../../api/use-site-map.ts'
import { Panel } from '../../../ui/panel.tsx'
import { useWords } from '../../../words/use-words.ts'
import styles from '../sources.module.css'
import { MappedOrganisations } from './mapped-organisations.tsx'
import { SITES } from './sites-words.ts'
import { UnmappedOrganisation } from './unmapped-organisation.tsx'

/** Vendors' organisations: those nobody has mapped, with what speaks for which site, then all others. */
export function SitesView() {
  const say = useWords(SITES)
  const mayDecide = useWho().permissions.includes('operate')
  const query = useSiteMap()
  return (
    <>
      <Panel
        title={say.toMap}
        note={say.toMapNote}
        query={query}
        minHeight={160}
        empty={({ items }) => (items.every(({ rule }) => rule !== 'unmapped') ? say.none : null)}
      >
        {({ items }) => (
          <>
            {!mayDecide && <p className={styles.dim}>{say.needsOperator}</p>}
            {items
              .filter(({ rule }) => rule === 'unmapped')
              .toSorted((one, other) => other.machines - one.machines)
              .map((entry) => (
                <UnmappedOrganisation key={entry.ref} entry={entry} mayDecide={mayDecide} />
              ))}
          </>
        )}
      </Panel>
      <Panel
        title={say.mapped}
        query={query}
        minHeight={160}
        empty={({ items }) =>
          items.every(({ rule }) => rule === 'unmapped') ? say.noneMapped : null
        }
      >
        {({ items }) => (
          <MappedOrganisations
            entries={items.filter(({ rule }) => rule !== 'unmapped')}
            mayDecide={mayDecide}
          />
        )}
      </Panel>
    </>
  )
}
