import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api/call.ts'
import { useLinkQuestions } from '../../api/use-devices.ts'
import { useFormat } from '../../format/use-format.ts'
import { LinkWord } from '../../ui/link-word.tsx'
import { Panel } from '../../ui/panel.tsx'
import { MATCH_RULES, QUESTION_REASONS } from '../../words/match-words.ts'
import { useWords } from '../../words/use-words.ts'
import { worded } from '../../words/worded.ts'
import styles from './devices.module.css'
import { DEVICES } from './devices-words.ts'

type Question = Answer<'listLinkQuestions'>['items'][number]

/** Records of which only a person can say which are one machine. */
export function QuestionsPanel() {
  const say = useWords(DEVICES)
  const { number } = useFormat()
  const query = useLinkQuestions()
  return (
    <Panel
      title={say.questions}
      note={query.data && number(query.data.total)}
      query={query}
      minHeight={240}
      empty={({ total }) => (total === 0 ? say.noQuestions : null)}
    >
      {({ items }) => (
        <>
          <p className={styles.dim}>{say.questionsWhy}</p>
          <ul className={styles.questions}>
            {items.map((question) => (
              <QuestionItem key={JSON.stringify(question)} question={question} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

function QuestionItem({ question }: { readonly question: Question }) {
  const rules = useWords(MATCH_RULES)
  const reasons = useWords(QUESTION_REASONS)
  const { rule, why, candidates } = question
  const [one] = candidates[0] ?? []
  return (
    <li>
      <p>
        <strong>{worded(rules, rule)}</strong>
        <span className={styles.dim}> · {worded(reasons, why)}</span>
      </p>
      <ul className={styles.candidates}>
        {candidates.map((refs, at) => (
          <li key={refs.join(' ')}>
            <span className={styles.refs}>
              {refs.map((ref) => (
                <Link key={ref} to="/devices/$record" params={{ record: ref } as never}>
                  {ref}
                </Link>
              ))}
            </span>
            {at > 0 && one !== undefined && refs[0] !== undefined && (
              <>
                <LinkWord one={one} other={refs[0]} kind="must-link" />
                <LinkWord one={one} other={refs[0]} kind="cannot-link" />
              </>
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}
