import type { Words } from '../../words/phrase.ts'

/** What the pages of access say. */
export const ACCESS = {
  title: { en: 'Access', es: 'Acceso' },
  views: { en: 'Parts of access', es: 'Partes del acceso' },
  people: { en: 'People', es: 'Personas' },
  tokens: { en: 'API tokens', es: 'Tokens' },
  audit: { en: 'Audit trail', es: 'Auditoría' },
  entries: { en: 'Entries', es: 'Anotaciones' },
  name: { en: 'Name', es: 'Nombre' },
  role: { en: 'Role', es: 'Función' },
  sites: { en: 'Sites', es: 'Sitios' },
  lastSignIn: { en: 'Last sign-in', es: 'Última entrada' },
  lastSignInWhy: {
    en: 'Sign-ins are forgotten after two months, so “not lately” may also mean never.',
    es: 'Las entradas se olvidan a los dos meses: «no últimamente» puede ser también nunca.',
  },
  notLately: { en: 'not lately', es: 'no últimamente' },
  since: { en: 'Since', es: 'Desde' },
  allSites: { en: 'all', es: 'todos' },
  disabled: { en: 'Disabled', es: 'Deshabilitado' },
  mustChange: { en: 'has to choose a password', es: 'debe elegir contraseña' },
  change: { en: 'Change', es: 'Cambiar' },
  changeOf: { en: (name: string) => `Change ${name}`, es: (name: string) => `Cambiar ${name}` },
  you: { en: 'you', es: 'usted' },
  nobody: { en: 'Nobody yet.', es: 'Nadie todavía.' },
  invite: { en: 'Invite somebody', es: 'Invitar a alguien' },
  inviteWhy: {
    en: 'You get a link to hand over. It is good for a week and for one person, who chooses their own password.',
    es: 'Recibirá un enlace para entregar. Sirve una semana y a una sola persona, que elige su propia contraseña.',
  },
  nameHint: { en: 'A short name or an e-mail address.', es: 'Un nombre corto o un correo.' },
  makeLink: { en: 'Make the link', es: 'Crear el enlace' },
  linkFor: {
    en: (name: string) => `Link for ${name}`,
    es: (name: string) => `Enlace para ${name}`,
  },
  invitations: { en: 'Open invitations', es: 'Invitaciones abiertas' },
  noInvitations: { en: 'No invitation is open.', es: 'No hay invitaciones abiertas.' },
  invitedBy: { en: 'Invited by', es: 'Invitado por' },
  goodUntil: { en: 'Good until', es: 'Sirve hasta' },
  takeBack: { en: 'Take back', es: 'Retirar' },
  takeBackAsk: {
    en: (name: string) => `Take back the invitation of ${name}?`,
    es: (name: string) => `¿Retirar la invitación de ${name}?`,
  },
  takeBackThen: {
    en: 'The link stops working at once.',
    es: 'El enlace deja de servir al momento.',
  },
  limitSites: { en: 'Only these sites', es: 'Solo estos sitios' },
  limitSitesHint: { en: 'None chosen: all sites.', es: 'Ninguno elegido: todos los sitios.' },
  everywhere: {
    en: 'Administrators are not limited to sites.',
    es: 'Los administradores no se limitan a sitios.',
  },
  save: { en: 'Save', es: 'Guardar' },
  disable: { en: 'Disable', es: 'Deshabilitar' },
  enable: { en: 'Enable again', es: 'Habilitar de nuevo' },
  disableAsk: {
    en: (name: string) => `Disable ${name}?`,
    es: (name: string) => `¿Deshabilitar a ${name}?`,
  },
  disableThen: {
    en: 'They are signed out everywhere at once, and their tokens stop working. What they did stays on record.',
    es: 'Su sesión termina al momento en todas partes y sus tokens dejan de servir. Lo que hizo sigue registrado.',
  },
  oneTime: { en: 'One-time password', es: 'Contraseña de un solo uso' },
  oneTimeAsk: {
    en: (name: string) => `Give ${name} a one-time password?`,
    es: (name: string) => `¿Dar a ${name} una contraseña de un solo uso?`,
  },
  oneTimeThen: {
    en: 'The password until now stops working, and they are signed out. The new one is good for a day and must be changed.',
    es: 'La contraseña actual deja de servir y su sesión termina. La nueva sirve un día y hay que cambiarla.',
  },
  oneTimeFor: {
    en: (name: string) => `One-time password for ${name}`,
    es: (name: string) => `Contraseña de un solo uso para ${name}`,
  },
  shownOnce: {
    en: 'This is shown once. Copy it now; Muster keeps only a fingerprint of it.',
    es: 'Esto se muestra una sola vez. Cópielo ahora; Muster guarda solo su huella.',
  },
  copy: { en: 'Copy', es: 'Copiar' },
  copied: { en: 'Copied', es: 'Copiado' },
  done: { en: 'Done', es: 'Hecho' },
  close: { en: 'Close', es: 'Cerrar' },
  makeToken: { en: 'Make a token', es: 'Crear un token' },
  makeTokenWhy: {
    en: 'For a program that calls the API. It never may more than you may.',
    es: 'Para un programa que llama a la API. Nunca puede más de lo que puede usted.',
  },
  tokenName: { en: 'What it is for', es: 'Para qué es' },
  permissions: { en: 'It may', es: 'Puede' },
  expiresInDays: { en: 'Good for days', es: 'Sirve durante (días)' },
  tokenFor: { en: (name: string) => `Token “${name}”`, es: (name: string) => `Token «${name}»` },
  maker: { en: 'Made by', es: 'Creado por' },
  expires: { en: 'Expires', es: 'Caduca' },
  lastUsed: { en: 'Last used', es: 'Último uso' },
  neverUsed: { en: 'never', es: 'nunca' },
  state: { en: 'State', es: 'Estado' },
  live: { en: 'good', es: 'vigente' },
  revoked: { en: 'revoked', es: 'revocado' },
  expired: { en: 'expired', es: 'caducado' },
  revoke: { en: 'Revoke', es: 'Revocar' },
  revokeOf: { en: (name: string) => `Revoke ${name}`, es: (name: string) => `Revocar ${name}` },
  revokeAsk: {
    en: (name: string) => `Revoke the token “${name}”?`,
    es: (name: string) => `¿Revocar el token «${name}»?`,
  },
  revokeThen: {
    en: 'Programs that use it are refused at once. It cannot be taken back.',
    es: 'Los programas que lo usan se rechazan al momento. No se puede deshacer.',
  },
  noTokens: { en: 'There are no tokens.', es: 'No hay tokens.' },
  when: { en: 'When', es: 'Cuándo' },
  who: { en: 'Who', es: 'Quién' },
  what: { en: 'What', es: 'Qué' },
  about: { en: 'About', es: 'Sobre' },
  details: { en: 'Details', es: 'Detalles' },
  area: { en: 'Area', es: 'Área' },
  textFilter: { en: 'Who, what or about', es: 'Quién, qué o sobre' },
  verify: { en: 'Verify the trail', es: 'Verificar el registro' },
  whole: {
    en: (count: string) =>
      `The trail is whole: ${count} entries, each following on the one before.`,
    es: (count: string) =>
      `El registro está entero: ${count} anotaciones, cada una a continuación de la anterior.`,
  },
  broken: {
    en: (n: string) => `The trail breaks at entry ${n}: compare it with a backup from before.`,
    es: (n: string) =>
      `El registro se rompe en la anotación ${n}: compárelo con una copia de respaldo anterior.`,
  },
  headNote: { en: 'Its end, to be noted elsewhere:', es: 'Su final, para anotarlo aparte:' },
  export: { en: 'Export CSV', es: 'Exportar CSV' },
} satisfies Words

/** Areas of the trail, as its actions begin. */
export const AREAS = {
  'sign-in': { en: 'Sign-in', es: 'Entrada' },
  person: { en: 'People', es: 'Personas' },
  invitation: { en: 'Invitations', es: 'Invitaciones' },
  token: { en: 'Tokens', es: 'Tokens' },
  plan: { en: 'Plans', es: 'Planes' },
  book: { en: 'Books', es: 'Libros' },
} satisfies Words

/** What was done, as the trail names it. */
export const ACTIONS = {
  'book.put': { en: 'Put a book in place', es: 'Colocó un libro' },
  'invitation.made': { en: 'Invited', es: 'Invitó' },
  'invitation.taken-back': { en: 'Took an invitation back', es: 'Retiró una invitación' },
  'person.added': { en: 'Was given access', es: 'Recibió acceso' },
  'person.changed': { en: 'Changed what a person may do', es: 'Cambió lo que puede una persona' },
  'person.one-time-password': {
    en: 'Gave a one-time password',
    es: 'Dio una contraseña de un solo uso',
  },
  'person.openid-linked': { en: 'Linked to the provider', es: 'Enlazó con el proveedor' },
  'person.openid-unlinked': { en: 'Unlinked from the provider', es: 'Desenlazó del proveedor' },
  'person.password-changed': { en: 'Changed their password', es: 'Cambió su contraseña' },
  'plan.approved': { en: 'Approved a plan', es: 'Aprobó un plan' },
  'sign-in.ended': { en: 'Signed out', es: 'Salió' },
  'sign-in.failed': { en: 'Failed to sign in', es: 'No logró entrar' },
  'sign-in.locked': { en: 'Was locked out', es: 'Quedó bloqueado' },
  'sign-in.openid-refused': { en: 'Was refused by the provider', es: 'El proveedor lo rechazó' },
  'sign-in.started': { en: 'Signed in', es: 'Entró' },
  'sign-in.token-reused': { en: 'A sign-in was used twice', es: 'Una sesión se usó dos veces' },
  'token.made': { en: 'Made a token', es: 'Creó un token' },
  'token.revoked': { en: 'Revoked a token', es: 'Revocó un token' },
} satisfies Words
