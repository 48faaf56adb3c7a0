import type { Analysis } from '../../api/use-quality.ts'
import { useFormat } from '../../format/use-format.ts'
import { useWords } from '../../words/use-words.ts'
import { FailingLink } from './failing-link.tsx'
import styles from './quality.module.css'
import { QUALITY } from './quality-words.ts'

const PARTS = ['completeness', 'consistency', 'uniqueness', 'validity'] as const
const FIELDS = ['tag', 'building', 'inventory_number', 'user', 'serial'] as const

type Share = Analysis['data_quality']['shares'][string]

/** The score with its grade, and the parts it is made of, each opening into the rows that fail it. */
export function Score({ quality }: { readonly quality: Analysis['data_quality'] }) {
  const say = useWords(QUALITY)
  const { number, percent } = useFormat()
  const { grade, score, weights, shares, fields } = quality
  return (
    <div className={styles.top}>
      <div className={styles.headline}>
        <div className={styles.grade} role="img" aria-label={say.gradeOf(grade ?? '–')}>
          {grade ?? '–'}
        </div>
        <div data-score>{score === null ? say.nothing : say.of100(number(score))}</div>
      </div>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say.part}</th>
              <th scope="col" className={styles.number}>
                {say.weight}
              </th>
              <th scope="col" className={styles.number}>
                {say.share}
              </th>
              <th scope="col" className={styles.number}>
                {say.pass}
              </th>
              <th scope="col" className={styles.number}>
                {say.fail}
              </th>
            </tr>
          </thead>
          <tbody>
            {PARTS.flatMap((part) => [
              <tr key={part} data-part={part}>
                <th scope="row">
                  <span className={styles.strong}>{say[part]}</span>{' '}
                  <span className={styles.dim}>{say[`${part}What`]}</span>
                </th>
                <td className={styles.number}>{percent(100 * (weights[part] ?? 0))}</td>
                <ShareCells share={shares[part]} asked={{ measure: part }} what={say[part]} />
              </tr>,
              ...(part === 'completeness' ? FIELDS : []).map((field) => (
                <tr key={field} className={styles.sub} data-field={field}>
                  <th scope="row">{say[field]}</th>
                  <td />
                  <ShareCells
                    share={fields[field]}
                    asked={{ measure: part, field }}
                    what={say[field]}
                  />
                </tr>
              )),
            ])}
          </tbody>
        </table>
      </div>
    </div>
  )
}

interface ShareCellsProps {
  readonly share: Share | undefined
  readonly asked: { readonly measure: string; readonly field?: string }
  readonly what: string
}

function ShareCells({ share, asked, what }: ShareCellsProps) {
  const say = useWords(QUALITY)
  const { number, percent } = useFormat()
  if (!share) return <td colSpan={3} />
  const failing = number(share.failing)
  return (
    <>
      <td className={styles.number}>{share.percent === null ? '–' : percent(share.percent)}</td>
      <td className={styles.number}>{say.passOf(number(share.passed), number(share.of))}</td>
      <td className={styles.number}>
        {share.failing === 0 ? (
          '0'
        ) : (
          <FailingLink asked={asked} label={say.failOpen(failing, what)}>
            {failing}
          </FailingLink>
        )}
      </td>
    </>
  )
}
