import type { OcsComputer } from '../../../sources/ocs/computer.ts'

/** What a person needs to find a computer of OCS. */
export function computerEvidence(computer: OcsComputer) {
  const { hardwareId, hostname, serial, lastContact, tag, inventoryNumber } = computer
  return { hardwareId, hostname, serial, lastContact, tag, inventoryNumber }
}
