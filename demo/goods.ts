/** A kind of computer the office bought. */
export interface ComputerModel {
  readonly manufacturer: string
  readonly model: string
  readonly chassis: string
}

export const COMPUTER_MODELS: readonly ComputerModel[] = [
  { manufacturer: 'Dell Inc.', model: 'OptiPlex 3070', chassis: 'Mini Tower' },
  { manufacturer: 'Dell Inc.', model: 'Latitude 5490', chassis: 'Notebook' },
  { manufacturer: 'HP', model: 'HP ProDesk 400 G5 SFF', chassis: 'Low Profile Desktop' },
  { manufacturer: 'HP', model: 'HP EliteDesk 705 G4', chassis: 'Desktop' },
  { manufacturer: 'LENOVO', model: '10T7S0NL00', chassis: 'Desktop' },
  { manufacturer: 'Acer', model: 'Veriton M4665G', chassis: 'Desktop' },
]

export const OPERATING_SYSTEMS: readonly string[] = [
  'Microsoft Windows 10 Pro',
  'Microsoft Windows 11 Pro',
  'Microsoft Windows 7 Professional',
  'Ubuntu 22.04.4 LTS',
]

/** What finance calls a computer. */
export const COMPUTER_GOODS: readonly string[] = ['MICROCOMPUTADORA', 'COMPUTADORA PORTÁTIL']

/** What else the register holds. */
export const OTHER_GOODS: readonly string[] = [
  ...['BURÓ DE MADERA', 'SILLA GIRATORIA', 'ARCHIVO METÁLICO', 'AIRE ACONDICIONADO 1 TON'],
  ...['TELÉFONO DE MESA', 'IMPRESORA LÁSER', 'MONITOR 19"', 'UPS 500 VA', 'ESTANTE', 'MODEM ADSL'],
  ...['RECTIFICADOR 48 V', 'BANCO DE BATERÍAS', 'VENTILADOR DE PIE', 'EXTINTOR PQS 6 KG'],
]

/** The nine beginnings of an inventory number; `10_240` is left to the edge table. */
export const NUMBER_PREFIXES: readonly string[] = [
  ...['11_240', '12_240', '13_240', '14_250', '15_250', '16_260', '20_240', '21_250', '22_260'],
]

export const PEOPLE: readonly string[] = [
  ...['ana.mora', 'luis.pena', 'yaima.rios', 'jorge.sosa', 'marta.nunez', 'raul.ibarra'],
  ...['elena.vidal', 'pedro.cano', 'dunia.leal', 'oscar.prado', 'irma.duarte', 'noel.batista'],
]
