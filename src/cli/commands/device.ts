import { type DeviceAnswer, describeDevice } from '../../jobs/fleet/describe-device.task.ts'
import { AppError } from '../../lib/errors.ts'
import { AS_OF_OPTION, askedKeptDay } from '../asked-day.ts'
import { appCommand } from '../command.ts'
import type { Ending } from '../exit-code.ts'
import { deviceLines } from '../lines/device-lines.ts'
import { notListedLines, severalLines } from '../lines/device-question-lines.ts'
import type { Speaker } from '../lines/machine-lines.ts'

export const device = appCommand({
  name: 'device',
  does: {
    en: 'show one machine: of each field the value that stands for it, what the other sources say, and the rule',
    es: 'mostrar un equipo: de cada dato el valor que vale, lo que dicen las otras fuentes y la regla',
  },
  argument: {
    syntax: '<machine>',
    means: {
      en: 'its number (17), a record of it (ninjaone:501), or a name that it alone has',
      es: 'su número (17), un registro suyo (ninjaone:501) o un nombre que solo él tenga',
    },
  },
  options: [AS_OF_OPTION],
  async work(app, { argument, option }) {
    const asked = argument?.trim() ?? ''
    if (asked === '') {
      throw new AppError('command.bad-argument', {
        ...{ argument: 'MACHINE', value: argument ?? '', wanted: '17, ninjaone:501' },
      })
    }
    const answer = await describeDevice(app, asked, await askedKeptDay(app, option('asOf')))
    return { ending: endingOf(answer), document: answer, lines: linesOf(answer, app) }
  },
})

/** A machine that cannot be told of is a failure, whatever else is known of it. */
function endingOf({ kind }: DeviceAnswer): Ending {
  return kind === 'described' ? 'agreed' : 'failed'
}

function linesOf(answer: DeviceAnswer, speaker: Speaker): string[] {
  switch (answer.kind) {
    case 'described':
      return deviceLines(answer, speaker)
    case 'several':
      return severalLines(answer, speaker.language)
    case 'not-listed':
      return notListedLines(answer, speaker.language)
  }
}
