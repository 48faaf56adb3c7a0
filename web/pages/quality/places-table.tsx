import { SegmentedControl } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Analysis } from '../../api/use-quality.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/use-words.ts'
import { FailingLink } from './failing-link.tsx'
import styles from './quality.module.css'
import { QUALITY } from './quality-words.ts'

const PARTS = ['completeness', 'consistency', 'uniqueness', 'validity'] as const

type Place = Analysis['data_quality']['places'][number]

/** The quality of each site, or of each building; each share opens into the rows that fail it there. */
export function PlacesTable({ places }: { readonly places: readonly Place[] }) {
  const say = useWords(QUALITY)
  const { number } = useFormat()
  const [scope, setScope] = useState('site')
  const shown = places.filter((place) => place.scope === scope)
  return (
    <>
      <SegmentedControl
        size="xs"
        mb="xs"
        aria-label={say.places}
        value={scope}
        onChange={setScope}
        data={[
          { value: 'site', label: say.site },
          { value: 'building', label: say.buildings },
        ]}
      />
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say.place}</th>
              {[say.count, say.score, say.grade, ...PARTS.map((part) => say[part])].map((name) => (
                <th key={name} scope="col" className={styles.number}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((place) => (
              <tr key={place.place ?? ''} data-place={place.place}>
                <th scope="row">{place.place ?? say.noPlace}</th>
                <td className={styles.number}>{number(place.devices)}</td>
                <td className={styles.number}>
                  <PlaceScore place={place} />
                </td>
                <td className={styles.number}>{place.grade ?? '–'}</td>
                {PARTS.map((part) => (
                  <td key={part} className={styles.number}>
                    <PlaceShare {...{ place, part }} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** The score of a site opens into how it went from day to day; buildings have no such figures. */
function PlaceScore({ place: { scope, place, score } }: { readonly place: Place }) {
  const say = useWords(QUALITY)
  const { number } = useFormat()
  if (score === null) return '–'
  if (scope !== 'site' || place === null) return number(score)
  const search = { source: `muster:${place}`, metric: 'quality.score' }
  return (
    <Link
      to="/metrics"
      search={search as never}
      className="plain-link"
      aria-label={`${number(score)}, ${say.trendAt(place)}`}
    >
      {number(score)}
    </Link>
  )
}

function PlaceShare({
  place,
  part,
}: {
  readonly place: Place
  readonly part: (typeof PARTS)[number]
}) {
  const say = useWords(QUALITY)
  const { number, percent } = useFormat()
  const share = place.shares[part]
  if (share === undefined || share.percent === null) return '–'
  if (share.failing === 0 || place.place === null) return percent(share.percent)
  const label = say.failOpen(number(share.failing), say.failingAt(say[part], place.place))
  return (
    <FailingLink asked={{ measure: part, place: place.place }} label={label}>
      {percent(share.percent)}
    </FailingLink>
  )
}
