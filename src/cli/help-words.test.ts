import { Command, Option } from 'commander'
import { expect, it } from 'vitest'
import { spoken } from './help-words.ts'

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
  expect(help).not.toMatch(/usage|options|default|choices|command\b|display/iu)
})

it('leaves the English help as it is', () => {
  expect(helpIn('en')).toContain('Usage: muster [options] [command]')
  expect(helpIn('en')).toContain('W (choices: "pdf", "png")')
})
