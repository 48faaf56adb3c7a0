import { Button, CopyButton, Group, Stack, Text } from '@mantine/core'
import { useWords } from '../../words/use-words.ts'
import styles from './access.module.css'
import { ACCESS } from './access-words.ts'

interface SecretOnceProps {
  readonly secret: string
  readonly onDone: () => void
}

/** A secret that is told this once, with a way to copy it. */
export function SecretOnce({ secret, onDone }: SecretOnceProps) {
  const say = useWords(ACCESS)
  return (
    <Stack gap="sm">
      <Text size="sm">{say.shownOnce}</Text>
      <code className={styles.secret} data-secret>
        {secret}
      </code>
      <Group justify="flex-end">
        <CopyButton value={secret} timeout={3000}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} data-autofocus>
              <span aria-live="polite">{copied ? say.copied : say.copy}</span>
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone}>{say.done}</Button>
      </Group>
    </Stack>
  )
}
