import { Link } from '@tanstack/react-router'
import { download } from '../../api/download.ts'
import { useAbout } from '../../api/use-about.ts'
import { useDevicePages } from '../../api/use-devices.ts'
import { useFormat } from '../../format/use-format.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DayNotKept } from '../../ui/day-not-kept.tsx'
import { ExportMenu } from '../../ui/export-menu.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RestsOn } from '../../ui/rests-on.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { useWords } from '../../words/use-words.ts'
import { useDeviceColumns } from './devices-columns.tsx'
import { devicesQuery } from './devices-query.ts'
import { DEVICES } from './devices-words.ts'

/** The machines of a day, and which day's collection answers. */
export function DevicesPanel() {
  const say = useWords(DEVICES)
  const { day } = useFormat()
  const { filters, change } = useFilters()
  const query = devicesQuery(filters)
  const { sort = 'name', ...asked } = query
  const list = useDevicePages(query)
  const columns = useDeviceColumns(filters.asOf ?? '')
  const { data, error } = list.first
  return (
    <Panel
      title={data ? say.listed(day(data.asOf)) : say.title}
      note={data && <RestsOn restsOn={data.restsOn} />}
      actions={data?.isPast && <CompareLink from={data.asOf} />}
      query={list.first}
      minHeight={420}
      empty={() => (list.total === 0 ? say.none : null)}
      missing={<DayNotKept problem={error} onGo={(asOf) => change({ asOf })} />}
    >
      {() => (
        <DataTable
          label={say.title}
          keptAs="devices"
          listKey={JSON.stringify(query)}
          columns={columns}
          total={list.total}
          rowAt={list.rowAt}
          onSeen={list.onSeen}
          sort={sort}
          onSort={(next) => change({ sort: next === 'name' ? '' : next })}
          actions={
            <ExportMenu
              onExport={(format) => download('exportDevices', { query: { ...asked, format } })}
            />
          }
        />
      )}
    </Panel>
  )
}

function CompareLink({ from }: { readonly from: string }) {
  const say = useWords(DEVICES)
  const today = useAbout().data?.today
  return (
    <Link to="/compare" search={{ from, to: today } as never}>
      {say.compare}
    </Link>
  )
}
