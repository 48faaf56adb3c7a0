import { type CallParts, type RouteName, send } from './call.ts'

/** Fetches the file a route answers with and hands it to the browser to keep. Throws `ApiProblem`. */
export async function download<N extends RouteName>(
  name: N,
  parts: CallParts<N> = {},
): Promise<void> {
  await saveAnswer(await send(name, parts), name)
}

/** Hands the file an answer is to the browser, by the name it comes with. */
export async function saveAnswer(answer: Response, otherwise: string): Promise<void> {
  saveFile(await answer.blob(), fileNameOf(answer) ?? otherwise)
}

/** Hands content to the browser as a file to keep. */
export function saveFile(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 0)
}

function fileNameOf(answer: Response): string | null {
  const named = answer.headers.get('content-disposition') ?? ''
  const encoded = /filename\*=UTF-8''([^;]+)/u.exec(named)?.[1]
  return encoded === undefined ? null : decodeURIComponent(encoded)
}
