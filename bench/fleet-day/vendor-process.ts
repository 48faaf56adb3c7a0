import { startNinjaone } from '../../demo/vendors/ninjaone/simulator.ts'
import { firstDay, fleetOn } from '../history/fleet/fleet-day.ts'
import { machineAt } from '../history/fleet/machine.ts'
import { ninjaoneDevice, ninjaoneDirectories } from '../history/fleet/ninjaone-device.ts'

// NinjaOne in a process of its own, so that its work is counted on neither side. Tells its parent
// where it is; told a day, shows the fleet of that day and says so.
const count = Number(process.argv[2])
let fleet = firstDay(count)
const vendor = await startNinjaone({
  ...ninjaoneDirectories(fleet.organisationCount),
  deviceCount: count,
  device: (place) => ninjaoneDevice(machineAt(fleet, place), fleet.day),
  customFields: () => ({}),
})
process.on('message', (day) => {
  fleet = fleetOn(count, Number(day))
  process.send?.({ day: fleet.day })
})
process.on('disconnect', () => process.exit())
const { url, clientId, clientSecret } = vendor
process.send?.({ url, clientId, clientSecret })
