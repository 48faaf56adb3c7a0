import type { Answer } from '../../api/call.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './settings.module.css'
import { SETTINGS } from './settings-words.ts'

type SecretsListProps = Pick<Answer<'showSettings'>, 'variables' | 'database'>

/** Which secrets the environment gives, by name, and what kind of database there is. */
export function SecretsList({ variables, database }: SecretsListProps) {
  const say = useWords(SETTINGS)
  const kind = database.kind === 'own' ? say.ownDatabase : say.serverDatabase
  return (
    <>
      <h3>{say.secrets}</h3>
      <dl className={styles.pairs}>
        <div>
          <dt>{say.database}</dt>
          <dd>{database.hasReplica ? `${kind}, ${say.withReplica}` : kind}</dd>
        </div>
        {variables.map(({ name, isSet, hasFile }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{hasFile ? say.fromFile : isSet ? say.isSet : say.notSet}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
