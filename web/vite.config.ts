import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressed } from './build/compressed.ts'
import { docsPages } from './build/docs-pages.ts'
import { routeTable } from './build/route-table.ts'
import { stepWords } from './build/step-words.ts'

/** Parts that change less often than ours, so that browsers keep them over an upgrade. */
const VENDORS = [
  { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/u },
  { name: 'charts', test: /node_modules[\\/](?:echarts|zrender)[\\/]/u },
]

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), routeTable(), stepWords(), docsPages(), compressed()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2023',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    assetsInlineLimit: 0,
    license: { fileName: 'licences.md' }, // of the libraries whose code goes to browsers
    rolldownOptions: { output: { codeSplitting: { groups: VENDORS } } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
})
