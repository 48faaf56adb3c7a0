import { writePage } from './page/write-page.ts'

await writePage()
