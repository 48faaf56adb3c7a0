import { Kbd, Modal, Text } from '@mantine/core'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { UI } from '../../words/ui-words.ts'
import { useWords } from '../../words/use-words.ts'
import { KEYS } from './decision-words.ts'
import styles from './findings.module.css'

const ROWS = [
  { keys: ['j', 'k'], name: 'move' },
  { keys: ['x'], name: 'select' },
  { keys: ['*'], name: 'all' },
  { keys: ['a'], name: 'accept' },
  { keys: ['f'], name: 'fixed' },
  { keys: ['c'], name: 'acknowledge' },
  { keys: ['o'], name: 'owner' },
  { keys: ['n'], name: 'note' },
  { keys: ['r'], name: 'reopen' },
  { keys: ['Enter'], name: 'open' },
  { keys: ['Esc'], name: 'close' },
  { keys: ['?'], name: 'help' },
] as const

interface KeysHelpProps {
  readonly onClose: () => void
}

/** Says what each key does. */
export function KeysHelp({ onClose }: KeysHelpProps) {
  useFocusBack()
  const say = useWords(KEYS)
  const { cancel } = useWords(UI)
  return (
    <Modal opened onClose={onClose} title={say.title} closeButtonProps={{ 'aria-label': cancel }}>
      <dl className={styles.keys}>
        {ROWS.map(({ keys, name }) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{say[name]}</dd>
          </div>
        ))}
      </dl>
      <Text size="xs" c="dimmed" mt="md">
        {say.where}
      </Text>
    </Modal>
  )
}
