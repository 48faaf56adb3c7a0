import { join } from 'node:path'
import type { Plugin } from 'vite'
import { buildDocs } from './docs/build-docs.ts'

const ROOT = join(import.meta.dirname, '../..')

/** Lays the documentation as plain pages beside the web app. */
export function docsPages(): Plugin {
  return {
    name: 'muster-docs-pages',
    apply: 'build',
    generateBundle() {
      for (const { name, content } of buildDocs(ROOT)) {
        this.emitFile({ type: 'asset', fileName: name, source: content })
      }
    },
  }
}
