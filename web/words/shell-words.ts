import type { Words } from './phrase.ts'

/** What stands around every page. */
export const SHELL = {
  skip: { en: 'Skip to content', es: 'Saltar al contenido' },
  navigation: { en: 'Screens', es: 'Pantallas' },
  openMenu: { en: 'Open menu', es: 'Abrir el menú' },
  closeMenu: { en: 'Close menu', es: 'Cerrar el menú' },
  account: { en: 'Account', es: 'Cuenta' },
  signOut: { en: 'Sign out', es: 'Cerrar sesión' },
  changePassword: { en: 'Change password', es: 'Cambiar contraseña' },
  toDark: { en: 'Use the dark theme', es: 'Usar el tema oscuro' },
  toLight: { en: 'Use the light theme', es: 'Usar el tema claro' },
  otherLanguage: { en: 'Español', es: 'English' },
  look: { en: 'Look', es: 'Mirar' },
  act: { en: 'Act', es: 'Actuar' },
  measure: { en: 'Measure', es: 'Medir' },
  manage: { en: 'Manage', es: 'Gestionar' },
  today: { en: 'Today', es: 'Hoy' },
  devices: { en: 'Devices', es: 'Equipos' },
  device: { en: 'Device', es: 'Equipo' },
  compare: { en: 'Compare', es: 'Comparar' },
  findings: { en: 'Findings', es: 'Hallazgos' },
  plans: { en: 'Plans', es: 'Planes' },
  plan: { en: 'Plan', es: 'Plan' },
  sources: { en: 'Sources', es: 'Fuentes' },
  metrics: { en: 'Metrics', es: 'Métricas' },
  quality: { en: 'Quality', es: 'Calidad' },
  reports: { en: 'Reports', es: 'Informes' },
  runs: { en: 'Runs', es: 'Ejecuciones' },
  run: { en: 'Run', es: 'Ejecución' },
  access: { en: 'Access', es: 'Acceso' },
  settings: { en: 'Settings', es: 'Ajustes' },
  notFound: { en: 'No such page', es: 'No existe esa página' },
  notFoundMore: {
    en: 'Nothing is kept under this address.',
    es: 'No hay nada en esta dirección.',
  },
  toToday: { en: 'Go to Today', es: 'Ir a Hoy' },
  forbidden: { en: 'Not for your role', es: 'No es para su función' },
  forbiddenMore: {
    en: (permission: string) =>
      `This page needs the permission “${permission}”. An administrator can give you a role that has it.`,
    es: (permission: string) =>
      `Esta página requiere el permiso «${permission}». Un administrador puede darle una función que lo tenga.`,
  },
  pageFailed: { en: 'This page failed', es: 'Esta página falló' },
  pageFailedMore: {
    en: 'It is a defect of Muster. The other pages go on working.',
    es: 'Es un defecto de Muster. Las demás páginas siguen funcionando.',
  },
  reload: { en: 'Load again', es: 'Cargar de nuevo' },
  loading: { en: 'Loading', es: 'Cargando' },
} satisfies Words
