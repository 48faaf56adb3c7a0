import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Answer } from '../../api/call.ts'
import { useFormat } from '../../format/use-format.ts'
import type { Column } from '../../ui/use-table-columns.ts'
import { MACHINE_KINDS, MACHINES, sourceName } from '../../words/machine-words.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './devices.module.css'
import { DEVICES } from './devices-words.ts'

type Device = Answer<'listDevices'>['items'][number]

/** The columns of the list of machines; a name opens the machine on the same day. */
export function useDeviceColumns(asOf: string): readonly Column<Device>[] {
  const say = useWords(DEVICES)
  const machines = useWords(MACHINES)
  const kinds = useWords(MACHINE_KINDS)
  const { instant, day } = useFormat()
  return useMemo(() => {
    const text = (
      id: keyof typeof DEVICES & keyof Device,
      shape: Omit<Column<Device>, 'id' | 'title' | 'cell'>,
    ): Column<Device> => ({ id, title: say[id], cell: (row) => row[id] ?? '–', ...shape })
    return [
      {
        ...{ id: 'name', title: say.name, width: 200, sort: 'name' },
        cell: (row) => <DeviceLink device={row} asOf={asOf} />,
      },
      {
        ...{ id: 'site', title: machines.site, width: 150, sort: 'site' },
        cell: ({ site }) => site ?? <span className={styles.dim}>{machines.noSite}</span>,
      },
      {
        ...{ id: 'source', title: machines.source, width: 120, sort: 'source' },
        cell: ({ source }) => sourceName(source),
      },
      {
        ...{ id: 'kind', title: machines.kind, width: 130 },
        cell: (row) => kinds[row.isSpare ? 'spare' : row.class],
      },
      {
        ...{ id: 'billable', title: say.billing, width: 110 },
        cell: ({ isBillable }) => (isBillable ? say.billable : say.notBillable),
      },
      text('serial', { width: 150 }),
      text('operatingSystem', { width: 190 }),
      text('model', { width: 160 }),
      {
        ...{ id: 'last-contact', title: say.lastContact, width: 160, sort: 'last-contact' },
        cell: ({ lastContact }) => (lastContact === null ? '–' : instant(lastContact)),
      },
      text('hostname', { isExtra: true, width: 160 }),
      text('inventoryNumber', { isExtra: true, width: 130 }),
      text('organisation', { isExtra: true, width: 160 }),
      text('location', { isExtra: true, width: 160 }),
      {
        ...{ id: 'since', title: say.since, width: 120, isExtra: true },
        cell: ({ since }) => day(since),
      },
    ]
  }, [say, machines, kinds, instant, day, asOf])
}

function DeviceLink({ device, asOf }: { readonly device: Device; readonly asOf: string }) {
  const { unnamed } = useWords(MACHINES)
  return (
    <Link
      to="/devices/$record"
      params={{ record: device.ref } as never}
      search={(asOf === '' ? {} : { asOf }) as never}
      preload={false}
      className={styles.name}
    >
      {device.displayName ?? device.hostname ?? unnamed}
    </Link>
  )
}
