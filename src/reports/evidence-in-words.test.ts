import { expect, it } from 'vitest'
import { evidenceInWords } from './evidence-in-words.ts'
import { voiceOf } from './voice.ts'

const EVIDENCE = {
  hostname: 'PC-1',
  asset: { place: 'AR01!A8' },
  records: [{ ref: 'ninjaone:501', lastContact: '2026-11-20T11:00:00.000Z' }, { serial: 'S1' }],
}

it('says what stands once, and a row for each thing listed with the record it is of', () => {
  const { facts, tables } = evidenceInWords(EVIDENCE, voiceOf('en', 'America/Havana'))

  expect(facts).toEqual([
    { name: 'Host name', text: 'PC-1' },
    { name: 'Finance: Cell', text: 'AR01!A8' },
  ])
  expect(tables.map(({ columns, rows }) => ({ columns, rows }))).toEqual([
    {
      columns: ['Record', 'Serial number', 'Last contact'],
      rows: [
        { record: 'ninjaone:501', texts: ['ninjaone:501', '', '2026-11-20 06:00'] },
        { record: null, texts: ['', 'S1', ''] },
      ],
    },
  ])
})

it('speaks the language of who asks', () => {
  const { facts } = evidenceInWords(EVIDENCE, voiceOf('es', 'UTC'))
  expect(facts[0]?.name).toBe('Nombre de equipo')
})
