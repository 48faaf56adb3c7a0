import type { Answer } from '../../api/call.ts'
import { useRevokeToken, useTokens } from '../../api/use-access.ts'
import { useFormat } from '../../format/use-format.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PERMISSION_NAMES } from '../../words/role-words.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './access.module.css'
import { ACCESS } from './access-words.ts'
import { MakeTokenButton } from './make-token-button.tsx'

type Token = Answer<'listTokens'>['items'][number]

/** By which tokens programs call the API: what each may, until when, and when it was used. */
export function TokensPanel() {
  const say = useWords(ACCESS)
  const { number } = useFormat()
  const query = useTokens()
  return (
    <Panel
      title={say.tokens}
      note={query.data && number(query.data.total)}
      actions={<MakeTokenButton />}
      query={query}
      minHeight={120}
      empty={({ total }) => (total === 0 ? say.noTokens : null)}
    >
      {({ items }) => (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{say.tokenName}</th>
                <th scope="col">{say.maker}</th>
                <th scope="col">{say.permissions}</th>
                <th scope="col">{say.sites}</th>
                <th scope="col">{say.expires}</th>
                <th scope="col">{say.lastUsed}</th>
                <th scope="col">{say.state}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {items.map((token) => (
                <TokenRow key={token.id} token={token} now={query.dataUpdatedAt} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

interface TokenRowProps {
  readonly token: Token
  /** When the list was asked for, in milliseconds. */
  readonly now: number
}

function TokenRow({ token, now }: TokenRowProps) {
  const say = useWords(ACCESS)
  const may = useWords(PERMISSION_NAMES)
  const { instant } = useFormat()
  const revoke = useRevokeToken()
  const { id, name, person, permissions, sites, expiresAt, lastUsedAt } = token
  const state = stateOf(token, now)
  return (
    <tr className={state === 'live' ? undefined : styles.off}>
      <th scope="row">{name}</th>
      <td data-label={say.maker}>{person}</td>
      <td data-label={say.permissions} className={styles.wrap}>
        {permissions.map((each) => may[each]).join(', ')}
      </td>
      <td data-label={say.sites} className={styles.wrap}>
        {sites?.join(', ') ?? say.allSites}
      </td>
      <td data-label={say.expires}>{instant(expiresAt)}</td>
      <td data-label={say.lastUsed}>{lastUsedAt === null ? say.neverUsed : instant(lastUsedAt)}</td>
      <td data-label={say.state}>{say[state]}</td>
      <td>
        {state === 'live' && (
          <ConfirmButton
            variant="default"
            size="compact-xs"
            question={say.revokeAsk(name)}
            consequence={say.revokeThen}
            onConfirm={() => revoke.mutateAsync({ params: { id } })}
          >
            {say.revoke}
          </ConfirmButton>
        )}
      </td>
    </tr>
  )
}

function stateOf({ revokedAt, expiresAt }: Token, now: number): 'live' | 'revoked' | 'expired' {
  if (revokedAt !== null) return 'revoked'
  return Date.parse(expiresAt) <= now ? 'expired' : 'live'
}
