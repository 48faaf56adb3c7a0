/** A customer of the invented service provider, as its two vendors write it. */
export interface Organisation {
  /** Host names of its machines begin with it. */
  readonly code: string
  /** Its name in NinjaOne; null when it is not there. */
  readonly ninjaone: string | null
  /** Its tenant's name in ThreatLocker; null when it has none. */
  readonly threatlocker: string | null
  readonly domain: string
  /** Where its machines stand. */
  readonly offices: readonly string[]
  /** A further location, for machines that nobody uses. */
  readonly store: 'Spare pool' | 'Stock room' | null
  /** Its part of the fleet, relative to the others. */
  readonly weight: number
}

type Row = readonly [
  code: string,
  ninjaone: string | null,
  threatlocker: string | null,
  weight: number,
  offices: readonly string[],
  store?: 'Spare pool' | 'Stock room',
]

const ALB_OFFICES = ['Main Office', 'Annex', 'Mill Lane', 'Floor 2', 'Floor 3']

/**
 * By id in the vendors. The first is the provider itself, ThreatLocker's parent; the last has no
 * weight, for it joins later. None of these exists.
 */
const ROWS: readonly Row[] = [
  ['FHL', 'Fernhollow Managed IT', 'Fernhollow Managed IT', 18, ['Main Office'], 'Stock room'],
  ['ALB', 'Alder & Birch LLP', 'Alder and Birch', 140, ALB_OFFICES, 'Spare pool'],
  ['KFR', 'Kestrel Freight Ltd', 'Kestrel Freight Limited', 105, ['Depot North', 'Depot South']],
  ['PVO', 'Peñalver Óptica S.L.', 'Penalver Optica', 85, ['Taller', 'Tienda 1', 'Tienda 2']],
  ['MUS', 'Müller & Söhne Werkzeug GmbH', 'Mueller & Soehne Werkzeug', 70, ['Werk 1', 'Werk 2']],
  ['CST', 'Clínica San Telmo S.A.', 'Clinica San Telmo', 62, ['Urgencias', 'Consultas', 'Archivo']],
  ['HPD', 'Harbour Point Dental', 'Harbour Point Dental', 52, ['Surgery', 'Front desk']],
  ['THR', 'Thistle & Rowe, Inc.', 'Thistle & Rowe', 46, ['Suite 4', 'Suite 9'], 'Spare pool'],
  ['LOL', 'Łódka Spedycja Sp. z o.o.', 'Lodka Spedycja', 42, ['Biuro', 'Magazyn']],
  ['ANV', 'Ångvik Verktyg AB', 'Angvik Verktyg AB', 38, ['Kontor', 'Lager', 'Butik']],
  ['BMA', 'Bright Mill Academy', 'BRIGHT MILL ACADEMY', 36, ['Room 1', 'Room 2', 'Room 3', 'Lab']],
  ['CDS', 'Corvidae Studio LLC', 'Corvidae Studio', 32, ['Loft']],
  ['FNU', 'Ferretería Núñez e Hijos, S.A. de C.V.', 'Ferreteria Nunez', 30, ['Matriz', 'Sucursal']],
  ['DML', 'Dunmere County Library', 'Dunmere County Libraries', 28, ['Reading room', 'Archive']],
  ['QLV', 'Quarrygate Veterinary', 'Quarrygate Vets', 26, ['Clinic']],
  ['IVC', 'Île-Brume Conseil SARL', 'Ile-Brume Conseil', 24, ['Siège', 'Agence']],
  ['HHA', 'Hollowfield Housing', 'Hollowfield Housing', 22, ['Office'], 'Stock room'],
  ['TWS', 'Tidewrack Surveyors PLC', 'Tidewrack Surveyors', 20, ['Office', 'Vans']],
  ['OKC', 'Oakhollow Charity', null, 18, ['Shop', 'Office']],
  ['SMB', 'Saltmere Brewing Co.', 'Saltmere Brewing Company', 17, ['Brewery', 'Tap room']],
  ['PLG', 'Pinehurst & Vale Law, P.C.', 'Pinehurst & Vale Law, P.C.', 16, ['Chambers']],
  ['VAC', 'Vale of Ambrose Council', 'Vale of Ambrose Council', 15, ['Hall', 'Depot']],
  ['ZPL', 'Zephyrine Labs Oy', 'Zephyrine Labs', 14, ['Lab']],
  ['SBF', 'Société Bérardin & Fils', 'Societe Berardin et Fils', 12, ['Atelier']],
  ['LST', null, 'Lantern Row Theatre', 10, ['Stage']],
  ['NGC', 'Northgale Clinic', 'Northgale Clinic', 10, ['Ward'], 'Spare pool'],
  ['NGG', 'Northgale Clinics Group', 'Northgale Clinics Group', 9, ['Board room']],
  ['CBE', 'Copper Beeches Estates', 'Copper Beeches Estates', 14, ['Office', 'Porch']],
  ['JUN', 'Junipera Print Ltd', 'Junipera Print', 13, ['Press', 'Counter']],
  ['RLA', 'Rook & Lowe Accountants', 'Rook and Lowe Accountants', 0, ['Floor 1', 'Floor 2']],
]

export const ORGANISATIONS: readonly Organisation[] = ROWS.map(
  ([code, ninjaone, threatlocker, weight, offices, store = null]) => ({
    code,
    ninjaone,
    threatlocker,
    weight,
    offices,
    store,
    domain: `${code.toLowerCase()}.example`,
  }),
)
