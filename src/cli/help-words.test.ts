import { Command, Option } from 'commander'
import { expect, it } from 'vitest'
import { accept } from './commands/accept.ts'
import { check } from './commands/check.ts'
import { exportCommand } from './commands/export.ts'
import { init } from './commands/init.ts'
import { picture } from './commands/picture.ts'
import { report } from './commands/report.ts'
import { show } from './commands/show.ts'
import { spoken } from './help-words.ts'
import { createProgram } from './program.ts'

function helpIn(language: 'en' | 'es'): string {
  const program = spoken(new Command('muster'), language)
    .helpCommand(false)
    .option('--config <file>', 'W', 'a.yaml')
    .addOption(new Option('--as <format>', 'W').choices(['pdf', 'png']))
  spoken(program.command('plan'), language).argument('[plan]', 'W', 'latest').option('--all', 'W')
  return program.helpInformation() + (program.commands[0]?.helpInformation() ?? '')
}

it('leaves no word of the help in English for who reads Spanish', () => {
  const help = helpIn('es')
  expect(help).toContain('Uso: muster [opciones] [comando]')
  expect(help).toContain('W (por omisión: "a.yaml")')
  expect(help).toContain('W (valores: "pdf", "png")')
  expect(help).toContain('plan [opciones] [plan]')
  expect(help).toContain('W (por omisión: "latest")')
  expect(help).toContain('--config <archivo>')
  expect(help).toContain('--as <formato>')
  expect(help).not.toMatch(/usage|options|default|choices|command\b|display|file|format>/iu)
})

it('leaves the English help as it is', () => {
  expect(helpIn('en')).toContain('Usage: muster [options] [command]')
  expect(helpIn('en')).toContain('W (choices: "pdf", "png")')
})

it.each([init, check, accept, show, exportCommand, report, picture])(
  'names what each value of $name is in the reader’s own words',
  (command) => {
    const openDesk = () => {
      throw new Error('help opens nothing')
    }
    const program = createProgram({ version: '1', language: 'es', openDesk }, [command])
    const help = program.commands[0]?.helpInformation()
    const left = [...(help?.matchAll(/<([^>]+)>/gu) ?? [])].map(([, word]) => word)
    const known = ['archivo', 'carpeta', 'formato', 'idioma', 'libro', 'lugar', 'nombre']
    expect(
      left.filter((word) => ![...known, 'plan', 'qué', 'retenido', 'texto'].includes(word ?? '')),
    ).toEqual([])
    expect(left).toContain('idioma')
  },
)
