import { defineSource } from '../../../src/sources/source.ts'
import { connectWarranties } from './client.ts'
import { WarrantiesSettings, WarrantyRow } from './schema.ts'

/** The register in which purchasing keeps until when each machine is under warranty. */
export const warranties = defineSource({
  id: 'warranties',
  title: 'Warranty register',
  settings: WarrantiesSettings,
  record: WarrantyRow,
  connect: connectWarranties,
})
