import { Button } from '@mantine/core'
import { type SiteMapEntry, useMapSite } from '../../../api/use-site-map.ts'
import { useFormat } from '../../../format/use-format.ts'
import { ConfirmButton } from '../../../ui/confirm-button.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useWords } from '../../../words/use-words.ts'
import { ChooseSite } from './choose-site.tsx'
import styles from './sites.module.css'
import { SITES } from './sites-words.ts'

interface UnmappedProps {
  readonly entry: SiteMapEntry
  readonly mayDecide: boolean
}

/** An organisation nobody has mapped, with the sites that something speaks for. */
export function UnmappedOrganisation({ entry, mayDecide }: UnmappedProps) {
  const say = useWords(SITES)
  const { number, day } = useFormat()
  const map = useMapSite()
  const { ref: organisation, name, source, machines, firstDay, suggestions } = entry
  const called = name ?? say.unnamed
  const decide = (site: string | null) => map.mutateAsync({ body: { organisation, site } })
  return (
    <article className={styles.entry} aria-label={called} aria-busy={map.isPending}>
      <h3>{called}</h3>
      <p className={styles.dim}>
        {[source, say.machines(number(machines)), say.since(day(firstDay))].join(', ')}
      </p>
      {suggestions.length === 0 ? (
        <p className={styles.dim}>{say.noSuggestion}</p>
      ) : (
        <ol className={styles.suggestions} aria-label={say.suggested}>
          {suggestions.map((suggestion) => (
            <li key={suggestion.site}>
              <strong>{suggestion.site}</strong>
              <Evidence suggestion={suggestion} />
              {mayDecide && (
                <Button
                  size="compact-xs"
                  variant="default"
                  disabled={map.isPending}
                  onClick={() => void decide(suggestion.site).catch(() => {})} // told below
                >
                  {say.confirm(suggestion.site)}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      <ProblemAlert problem={map.error} isInline />
      {mayDecide && (
        <div className={styles.actions}>
          <ChooseSite organisation={organisation} name={called} />
          <ConfirmButton
            size="compact-xs"
            variant="subtle"
            question={say.leaveOutTitle(called)}
            consequence={say.leaveOutMore}
            yes={say.leaveOut}
            onConfirm={() => decide(null).catch(() => {})} // told above
          >
            {say.leaveOut}
          </ConfirmButton>
        </div>
      )}
    </article>
  )
}

interface EvidenceProps {
  readonly suggestion: SiteMapEntry['suggestions'][number]
}

function Evidence({ suggestion }: EvidenceProps) {
  const say = useWords(SITES)
  const { number, percent } = useFormat()
  const { isSameName, sharedDevices, sharedDomains, nameSimilarity } = suggestion
  const told = [
    ...(isSameName ? [say.sameName] : []),
    ...(sharedDevices > 0 ? [say.shared(number(sharedDevices))] : []),
    ...(sharedDomains.length > 0 ? [say.domains(sharedDomains.join(', '))] : []),
    ...(isSameName ? [] : [say.similar(percent(nameSimilarity * 100, 0))]),
  ]
  return <span className={styles.dim}>{told.join(', ')}</span>
}
