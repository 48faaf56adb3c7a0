import { useInvitations, useTakeInvitationBack } from '../../api/use-access.ts'
import { useFormat } from '../../format/use-format.ts'
import { ConfirmButton } from '../../ui/confirm-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ROLE_NAMES } from '../../words/role-words.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './access.module.css'
import { ACCESS } from './access-words.ts'

/** Invitations that nobody has used yet. */
export function InvitationsPanel() {
  const say = useWords(ACCESS)
  const role = useWords(ROLE_NAMES)
  const { instant } = useFormat()
  const query = useInvitations()
  const takeBack = useTakeInvitationBack()
  return (
    <Panel
      title={say.invitations}
      query={query}
      minHeight={60}
      empty={({ total }) => (total === 0 ? say.noInvitations : null)}
    >
      {({ items }) => (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{say.name}</th>
                <th scope="col">{say.role}</th>
                <th scope="col">{say.sites}</th>
                <th scope="col">{say.invitedBy}</th>
                <th scope="col">{say.goodUntil}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {items.map((each) => (
                <tr key={each.id}>
                  <th scope="row">{each.name}</th>
                  <td data-label={say.role}>{role[each.role]}</td>
                  <td data-label={say.sites} className={styles.wrap}>
                    {each.sites?.join(', ') ?? say.allSites}
                  </td>
                  <td data-label={say.invitedBy}>{each.invitedBy}</td>
                  <td data-label={say.goodUntil}>{instant(each.expiresAt)}</td>
                  <td>
                    <ConfirmButton
                      variant="default"
                      size="compact-xs"
                      question={say.takeBackAsk(each.name)}
                      consequence={say.takeBackThen}
                      onConfirm={() => takeBack.mutateAsync({ params: { id: each.id } })}
                    >
                      {say.takeBack}
                    </ConfirmButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}
