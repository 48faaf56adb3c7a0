/** A municipality of the invented province. */
export interface Municipality {
  /** Two digits; location ids begin with it. */
  readonly code: string
  readonly name: string
  /** How host names of its offices begin. */
  readonly short: string
}

/** None of these exists. */
export const MUNICIPALITIES: readonly Municipality[] = [
  { code: '21', name: 'Villa Serena', short: 'VSE' },
  { code: '22', name: 'Puerto Manso', short: 'PMA' },
  { code: '23', name: 'San Telmo del Río', short: 'STR' },
  { code: '24', name: 'Loma Clara', short: 'LCL' },
  { code: '25', name: 'Santa Brígida', short: 'SBR' },
  { code: '26', name: 'Peña Blanca', short: 'PBL' },
  { code: '27', name: 'El Cañaveral', short: 'CAN' },
  { code: '28', name: 'Boca de Güiro', short: 'BGU' },
  { code: '29', name: 'Tres Ceibas', short: 'TCE' },
  { code: '30', name: 'Nueva Almería', short: 'NAL' },
]

/** Kinds of building; each municipality has one of each. */
export const BUILDING_KINDS: readonly { readonly letter: string; readonly name: string }[] = [
  { letter: 'A', name: 'Centro Telefónico' },
  { letter: 'B', name: 'Oficina Comercial' },
  { letter: 'C', name: 'Edificio de Operaciones' },
  { letter: 'D', name: 'Unidad de Transporte' },
]

export const ROOM_KINDS: readonly string[] = [
  ...['Sala de Transmisión', 'Sala de Conmutación', 'Cuarto de Energía', 'Recepción'],
  ...['Contabilidad', 'Recursos Humanos', 'Dirección', 'Economía', 'Archivo', 'Taller'],
  ...['Puesto de Mando', 'Aula', 'Salón de Reuniones', 'Pañol', 'Atención a Clientes'],
]

/** The last letter of a location id. */
export const ROOM_LETTERS: readonly string[] = [...'ABCDEFGHJKMNPÑ']

export const COST_CENTRES: readonly { readonly code: string; readonly name: string }[] = [
  { code: '4101', name: 'Operaciones de la Red' },
  { code: '4102', name: 'Servicios Comerciales' },
  { code: '4103', name: 'Economía y Finanzas' },
  { code: '4104', name: 'Capital Humano' },
  { code: '4105', name: 'Logística' },
]
