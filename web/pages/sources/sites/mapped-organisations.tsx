import { Link } from '@tanstack/react-router'
import { type SiteMapEntry, useForgetSite } from '../../../api/use-site-map.ts'
import { useFormat } from '../../../format/use-format.ts'
import { ConfirmButton } from '../../../ui/confirm-button.tsx'
import { ProblemAlert } from '../../../ui/problem-alert.tsx'
import { useWords } from '../../../words/use-words.ts'
import table from '../sources.module.css'
import { SITES } from './sites-words.ts'

interface MappedProps {
  readonly entries: readonly SiteMapEntry[]
  readonly mayDecide: boolean
}

/** Organisations that have their site or were left out, by whom, and taking that back. */
export function MappedOrganisations({ entries, mayDecide }: MappedProps) {
  const say = useWords(SITES)
  return (
    <div className={table.scroll}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{say.organisation}</th>
            <th scope="col">{say.source}</th>
            <th scope="col">{say.site}</th>
            <th scope="col">{say.by}</th>
            <th scope="col" className={table.number}>
              {say.machineCount}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <MappedRow key={entry.ref} entry={entry} mayDecide={mayDecide} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function MappedRow({
  entry,
  mayDecide,
}: {
  readonly entry: SiteMapEntry
  readonly mayDecide: boolean
}) {
  const say = useWords(SITES)
  const { number, day } = useFormat()
  const { name, source, site, rule, decidedBy, reason, since, machines, ref } = entry
  const forget = useForgetSite()
  const called = name ?? say.unnamed
  const isSaid = rule === 'confirmed' || rule === 'ignored'
  return (
    <tr>
      <th scope="row">{called}</th>
      <td>{source}</td>
      <td>{site ?? '–'}</td>
      <td title={reason ?? undefined}>
        {[say[rule], ...(decidedBy === null ? [] : [decidedBy]), say.since(day(since))].join(', ')}
        <ProblemAlert problem={forget.error} isInline />
      </td>
      <td className={table.number}>
        <Machines entry={entry}>{number(machines)}</Machines>
      </td>
      <td className={table.number}>
        {isSaid && mayDecide && (
          <ConfirmButton
            size="compact-xs"
            variant="subtle"
            question={say.takeBackTitle(called)}
            consequence={say.takeBackMore}
            yes={say.takeBack}
            onConfirm={() => forget.mutateAsync({ query: { organisation: ref } }).catch(() => {})} // told in the row
          >
            {say.takeBack}
          </ConfirmButton>
        )}
      </td>
    </tr>
  )
}

function Machines({
  entry,
  children,
}: {
  readonly entry: SiteMapEntry
  readonly children: string
}) {
  const { site, source } = entry
  if (site === null) return children
  return (
    <Link to="/devices" search={{ site, source } as never} className="plain-link">
      {children}
    </Link>
  )
}
