import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiProblem } from './api-problem.ts'
import type { Answer } from './call.ts'
import { exchange, upload } from './upload.ts'
import { useRoute } from './use-route.ts'

/** A workbook that is dropped: finance's or HR's. */
export type BookName = Answer<'listBooks'>['items'][number]['book']

/** What a workbook says. */
export type BookReading = Answer<'previewBook'>

/** Where a person points at the table in a workbook. */
export interface Pointing {
  readonly sheet?: string | undefined
  readonly headerRow?: number | undefined
  /** Letters by the name of our column. */
  readonly columns: Readonly<Record<string, string>>
}

/** A workbook on its way, and how it is to be read. */
export interface BookSending {
  readonly book: BookName
  readonly file: File
  readonly pointing: Pointing
}

/** Which workbook each book would be read from. */
export function useBooks() {
  return useRoute('listBooks')
}

/** Reads a workbook without keeping it; `share` tells how much of it went over. */
export function usePreviewBook() {
  const [share, setShare] = useState(0)
  const preview = useMutation<BookReading, ApiProblem, BookSending>({
    mutationFn: ({ file, ...asked }) =>
      upload('previewBook', { file, query: queryOf(asked, file), onProgress: setShare }),
  })
  return { preview, share }
}

/** The same workbook back with its bad cells marked. */
export function useMarkedBook() {
  return useMutation<void, ApiProblem, BookSending>({
    mutationFn: ({ file, ...asked }) => exchange('markBook', { file, query: queryOf(asked, file) }),
  })
}

/** Puts a workbook where its source reads it. */
export function usePutBook() {
  const client = useQueryClient()
  return useMutation<Answer<'putBook'>, ApiProblem, Omit<BookSending, 'pointing'>>({
    mutationFn: ({ file, book }) =>
      upload('putBook', { file, params: { book }, query: { filename: file.name } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['listBooks'] }),
  })
}

function queryOf({ book, pointing }: Omit<BookSending, 'file'>, file: File) {
  const { sheet, headerRow, columns } = pointing
  const isPointed = Object.keys(columns).length > 0
  return {
    ...{ book, filename: file.name, sheet, headerRow },
    ...(isPointed ? { columns: JSON.stringify(columns) } : {}),
  }
}
