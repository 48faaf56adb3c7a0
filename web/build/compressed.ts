import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const WORTH_IT = /\.(?:js|css|html|svg)$/u

/** Lays a gzip and a brotli copy beside every text file that was built. */
export function compressed(): Plugin {
  let folder = ''
  return {
    name: 'muster-compressed',
    apply: 'build',
    configResolved({ root, build }) {
      folder = join(root, build.outDir)
    },
    async closeBundle() {
      const files = await readdir(folder, { recursive: true })
      for (const file of files.filter((each) => WORTH_IT.test(each))) {
        const content = await readFile(join(folder, file))
        await writeFile(join(folder, `${file}.gz`), await promisify(gzip)(content, { level: 9 }))
        await writeFile(join(folder, `${file}.br`), await promisify(brotliCompress)(content))
      }
    },
  }
}
