import type { Phrase } from '../language/language.ts'

/** A first configuration: every setting with its default, and what it means. */
export const FIRST_CONFIG: Phrase = {
  en: `# yaml-language-server: $schema=muster.schema.json
# Configuration of Muster. Relative paths start at this file's folder.

# Language of what people read: en or es. Without it, LANG decides.
# language: es

# Where Muster keeps its own data (its own PostgreSQL, unless DATABASE_URL names a server).
dataFolder: data

# In which time zone a day is a day.
timeZone: UTC

sources:
  # The OCS Inventory database. Its password comes from the environment (MUSTER_OCS_PASSWORD) or
  # from a file that MUSTER_OCS_PASSWORD_FILE names; never from here.
  # (Instead of a server, an SQLite file of the same shape: file: ocs.sqlite)
  ocs:
    host: localhost
    port: 3306
    user: muster
    database: ocsweb
    # Encrypt the connection, and refuse a server whose certificate cannot be verified.
    tls: false
    # Name of the custom field (administrative data) that holds the inventory number.
    inventoryField: NUMINV
    # Also read computers that OCS has archived.
    includeArchived: false

  # Finance's AR01 workbook: the newest file of that name in the folder.
  finance-register:
    folder: inbox
    file: "*AR01*"
    # sheet: Hoja1
    # headerRow: 9
    # columns: { inventoryNumber: F, locationId: I }
    # Words that stand where an empty cell is meant.
    # emptyWords: [NA, N/A, "NULL", NaN, undefined]

  # HR's classifier of locations.
  locations:
    folder: inbox
    file: "*local*"

  # NinjaOne: its secret comes from the environment (MUSTER_NINJAONE_CLIENT_SECRET, or ..._FILE), as
  # does a refresh token where the application signs in for a person (MUSTER_NINJAONE_REFRESH_TOKEN).
  # ninjaone:
  #   region: eu
  #   clientId: ...
  #   inventoryNumberField: assetTag

  # ThreatLocker: its token comes from the environment (MUSTER_THREATLOCKER_TOKEN, or ..._FILE).
  # threatlocker:
  #   instance: g
  #   organisationId: 00000000-0000-0000-0000-000000000000

  # Exports of other tools, each under a name of its own: which column means what.
  # device-files:
  #   intune:
  #     folder: inbox
  #     file: "*intune*.csv"
  #     columns: { nativeKey: Device ID, hostname: Device name, serial: Serial number }

fleet:
  # Words in a display name or a location that make a machine a spare.
  spareWords: [spare]
  # Node classes of guests that count as spare.
  guestNodeClasses: [VMWARE_VM_GUEST]
  # How organisations are billed, for instance: { organisation: Alder, excludedTags: [loan] }
  billing: []
  # Sources whose organisations become sites by themselves.
  sitesFrom: [ninjaone]
  # Which source is believed where several know a machine. One that has not heard of it for so many
  # days yields to the next. Without an order: NinjaOne, ThreatLocker, OCS, then the files; for instance
  # order: { displayName: [threatlocker, ninjaone], "*": [ninjaone, threatlocker] }
  fields:
    yieldsAfter: 14
    order: {}
  # How many may share a key before it proves nothing: records of one source one serial, inventory number or
  # UUID; all records one MAC; machines of one site one host name. And rules that are not asked at all:
  # serial, inventory-number, uuid, mac, hostname, hostname-15. "muster what-if" shows what a change would do.
  matching:
    sharedBy: 3
    macShare: 3
    nameShare: 8
    off: []
  # For how many days every day is kept, and for how many months the last day of each.
  dailyFor: 65
  monthEnds: 24

checks:
  # Sources of remote management, and of endpoint protection: what each lists and the other lacks is told.
  rmm: [ninjaone]
  edr: [threatlocker]
  # For how many days a machine may be silent at one source while another hears of it.
  staleDays: 14
  # Whether a machine must have the agent of endpoint protection.
  needsEdr: true
  # Locations whose spares keep their agent on purpose.
  stockLocations: []
  # What differs at single sites or organisations; the first rule that has a setting counts. For instance:
  # { at: Alder, classes: [server], staleDays: 3 } or { at: "*", tags: [no-agent], needsEdr: false }
  rules: []
  # Another severity than a check's own (critical, high, medium, low), such as missing-in-edr: critical
  severity: {}
  # Checks that are not made, such as display-name-mismatch.
  off: []

# The keys that seal what vendors sent; keep a copy of this file apart from the database.
# keyRing: data/key-ring.json

# Where files that are sent to the server lie while they are worked on.
# spoolFolder: data/spool

tags:
  # Words that stand for a virtual machine where an inventory number would be.
  virtualMachineWords: [MV]
  # Whether OCS's own evidence of a virtual machine counts as well.
  virtualMachineByEvidence: true
  # Words in OCS that mean "no number", such as NA.
  emptyWords: []
  # TAGs set on purpose, never changed: * and ? are wild.
  protectedTags: []
  # Computers that share a number: tag-all, tag-newest or tag-none.
  duplicates: tag-all

guards:
  # Largest share of records that may go missing from a source unasked.
  shrink: 0.2
  # Largest share of OCS rows a plan may change unasked, after the first one.
  share: 0.3

corrections:
  # Names in ThreatLocker that differ from the display names of NinjaOne: "muster plan --names" plans
  # them. apply: whether "muster nightly" writes a plan of them that no guard holds. share: the largest
  # share of the computers that a plan may rename unasked.
  threatlockerNames: { enabled: false, apply: false, share: 0.3 }

reports:
  # Where "muster report" and "muster nightly" put workbooks.
  folder: reports
  # One workbook more for each: municipality, building, or null for none.
  splitBy: null

quality:
  # How much each measure weighs in the score; only their proportions count.
  weights: { completeness: 30, consistency: 25, uniqueness: 25, validity: 20 }
  # Words that stand where nothing was filled in; any case.
  placeholders: [NA, LOST]

analytics:
  # What "muster study" and "muster nightly" do with the figures of each site by itself: none (nothing),
  # anomalies (look for what is odd), forecasts (work out forecasts too).
  studySites: anomalies

events:
  # Folder of files of events, with a folder in it for each source; "muster inbox" and "muster nightly" take in what lies there.
  inbox: null
  # Whether one bad row refuses a file of the inbox (strict), or only that row (lenient).
  mode: strict

server:
  # production: "muster serve" starts only where it is safe, and says what is not; see docs/operations.md.
  # development: it listens at this machine only, unless allowOpenDevelopment is true.
  mode: development
  allowOpenDevelopment: false
  # Where "muster serve" listens; 0.0.0.0 for every network of this machine.
  host: 127.0.0.1
  port: 8080
  # Names under which people reach it, such as muster.example.org; requests for other names are refused.
  hosts: []
  # How many connections are held open at once; what comes beyond is closed at once.
  maxConnections: 2000
  # How many files may be sent to it at once, and by one person or token; what comes beyond is refused.
  maxUploads: 20
  maxUploadsPerCaller: 4
  # Addresses of proxies whose word for the address of a caller is taken.
  trustedProxies: []
  # Whether people reach it by https; cookies are then for https only.
  isBehindTls: false
  # Whether anybody may read /metrics, or only who has a token with the permission read.
  openMetrics: false

access:
  # Whether anybody who reaches the server may make an account, as a viewer.
  openRegistration: false
  # Whether a plan must be approved by another person than the one who made it.
  fourEyes: false
  # Requests a person or token may send in a minute; an address may send five times as many.
  requestsPerMinute: 1200
  # Sign-in through an OpenID Connect provider; its secret comes from MUSTER_OPENID_CLIENT_SECRET (or ..._FILE).
  # openId:
  #   issuer: https://id.your-domain
  #   clientId: muster
  #   roleFrom: { claim: groups, roles: { muster-operators: operator, muster-admins: administrator } }

alerts:
  # What people are told of by mail or to a webhook, without asking; see docs/watching.md.
  # language: en
  # By when (in timeZone) which day of each source must be complete; sources: another time, or null for none.
  freshness: { by: "06:00", day: yesterday, sources: {} }
  # Open findings of this severity and above, told of each time a check reaches one of the levels; null: none.
  findings: { severity: high, levels: [1, 10, 100, 1000] }
  # Anomalies of so many days back that nobody judged; plans that wait for so many hours (null: never); runs that failed.
  anomalyDays: 2
  planHours: 24
  failedRuns: true
  # Jobs of the schedule that did not begin within so many minutes, and runs that last longer than so many hours (null: never).
  overdueMinutes: 60
  runHours: 6
  # The account comes from MUSTER_SMTP_USER and MUSTER_SMTP_PASSWORD, the secret of the webhook from
  # MUSTER_WEBHOOK_SECRET, or from files that the same names with _FILE at their end name.
  # email: { host: mail.example.org, port: 587, security: starttls, from: muster@example.org, to: [ana@example.org] }
  # webhook: { url: "https://hooks.example.org/muster" }

nightly:
  # Whether "muster nightly" writes a plan that no guard holds, or leaves that to a person.
  apply: false

schedule:
  # What "muster serve" does by itself and when, in the time zone above: five fields as cron has them, or null for never.
  # Where a timer of the system runs "muster nightly", set nightly to null. jobs: false leaves jobs to "muster work".
  jobs: true
  # A server that stands still for so many seconds while another waits for its lane is cut off from the database.
  leaseSeconds: 60
  nightly: "0 2 * * *"
  figures: "15 2 * * *"
  collectAgain: "0 3 * * *"
  retrain: "30 3 * * 0"
  inbox: "*/5 * * * *"
  alerts: "*/15 * * * *"
  housekeeping: "0 4 * * *"

retention:
  # For how many days a run is kept to which nothing refers any more; the audit trail stays.
  runDays: 400
`,
  es: `# yaml-language-server: $schema=muster.schema.json
# Configuración de Muster. Las rutas relativas parten de la carpeta de este archivo.

# Idioma de lo que leen las personas: en o es. Sin él decide LANG.
language: es

# Dónde guarda Muster sus propios datos (su propio PostgreSQL, salvo que DATABASE_URL indique un servidor).
dataFolder: data

# En qué zona horaria un día es un día.
timeZone: UTC

sources:
  # La base de datos de OCS Inventory. Su contraseña viene del entorno (MUSTER_OCS_PASSWORD) o de un
  # archivo que indica MUSTER_OCS_PASSWORD_FILE; nunca de aquí.
  # (En vez de un servidor, un archivo SQLite de la misma forma: file: ocs.sqlite)
  ocs:
    host: localhost
    port: 3306
    user: muster
    database: ocsweb
    # Cifrar la conexión y rechazar un servidor cuyo certificado no se puede comprobar.
    tls: false
    # Nombre del campo propio (datos administrativos) que guarda el número de inventario.
    inventoryField: NUMINV
    # Leer también las computadoras archivadas en OCS.
    includeArchived: false

  # El libro AR01 de finanzas: el archivo más nuevo con ese nombre en la carpeta.
  finance-register:
    folder: inbox
    file: "*AR01*"
    # sheet: Hoja1
    # headerRow: 9
    # columns: { inventoryNumber: F, locationId: I }
    # Palabras que equivalen a una celda vacía.
    # emptyWords: [NA, N/A, "NULL", NaN, undefined]

  # El clasificador de locales de recursos humanos.
  locations:
    folder: inbox
    file: "*local*"

  # NinjaOne: su secreto viene del entorno (MUSTER_NINJAONE_CLIENT_SECRET, o ..._FILE), igual que un
  # refresh token si la aplicación entra por una persona (MUSTER_NINJAONE_REFRESH_TOKEN).
  # ninjaone:
  #   region: eu
  #   clientId: ...
  #   inventoryNumberField: assetTag

  # ThreatLocker: su token viene del entorno (MUSTER_THREATLOCKER_TOKEN, o ..._FILE).
  # threatlocker:
  #   instance: g
  #   organisationId: 00000000-0000-0000-0000-000000000000

  # Exportaciones de otras herramientas, cada una con su nombre: qué significa cada columna.
  # device-files:
  #   intune:
  #     folder: inbox
  #     file: "*intune*.csv"
  #     columns: { nativeKey: Device ID, hostname: Device name, serial: Serial number }

fleet:
  # Palabras en un nombre o una ubicación que hacen de un equipo un repuesto.
  spareWords: [spare]
  # Clases de invitados que cuentan como repuesto.
  guestNodeClasses: [VMWARE_VM_GUEST]
  # Cómo se factura a cada organización, por ejemplo: { organisation: Alder, excludedTags: [loan] }
  billing: []
  # Fuentes cuyas organizaciones se vuelven sitios por sí mismas.
  sitesFrom: [ninjaone]
  # A qué fuente se cree cuando varias conocen un equipo. La que lleva tantos días sin saber de él cede
  # ante la siguiente. Sin orden: NinjaOne, ThreatLocker, OCS y luego los archivos; por ejemplo
  # order: { displayName: [threatlocker, ninjaone], "*": [ninjaone, threatlocker] }
  fields:
    yieldsAfter: 14
    order: {}
  # Cuántos pueden compartir una clave antes de que no pruebe nada: registros de una fuente un número de serie,
  # de inventario o UUID; todos los registros una MAC; equipos de un sitio un nombre de equipo. Y reglas a las
  # que no se pregunta: serial, inventory-number, uuid, mac, hostname, hostname-15. «muster what-if» muestra
  # qué haría un cambio.
  matching:
    sharedBy: 3
    macShare: 3
    nameShare: 8
    off: []
  # Cuántos días se conserva cada día, y de cuántos meses el último día.
  dailyFor: 65
  monthEnds: 24

checks:
  # Fuentes de gestión remota y de protección de equipos: se avisa de lo que una tiene y a la otra le falta.
  rmm: [ninjaone]
  edr: [threatlocker]
  # Cuántos días puede callar un equipo en una fuente mientras otra sabe de él.
  staleDays: 14
  # Si un equipo debe tener el agente de protección.
  needsEdr: true
  # Ubicaciones cuyos repuestos conservan su agente a propósito.
  stockLocations: []
  # Qué difiere en sitios u organizaciones sueltos; cuenta la primera regla que tiene un ajuste. Por ejemplo:
  # { at: Alder, classes: [server], staleDays: 3 } o { at: "*", tags: [sin-agente], needsEdr: false }
  rules: []
  # Otra gravedad que la propia de una comprobación (critical, high, medium, low), como missing-in-edr: critical
  severity: {}
  # Comprobaciones que no se hacen, como display-name-mismatch.
  off: []

# Las llaves que sellan lo que enviaron los proveedores; guarde una copia de este archivo aparte de la base de datos.
# keyRing: data/key-ring.json

# Dónde están los archivos que se envían al servidor mientras se trabaja con ellos.
# spoolFolder: data/spool

tags:
  # Palabras que indican una máquina virtual donde iría un número de inventario.
  virtualMachineWords: [MV]
  # Si también cuentan los indicios de máquina virtual que da el propio OCS.
  virtualMachineByEvidence: true
  # Palabras en OCS que quieren decir «sin número», como NA.
  emptyWords: []
  # TAG puestos a propósito, que nunca se cambian: * y ? son comodines.
  protectedTags: []
  # Computadoras que comparten un número: tag-all, tag-newest o tag-none.
  duplicates: tag-all

guards:
  # Mayor parte de los registros de una fuente que puede faltar sin preguntar.
  shrink: 0.2
  # Mayor parte de las filas de OCS que un plan puede cambiar sin preguntar, después del primero.
  share: 0.3

corrections:
  # Nombres de ThreatLocker que difieren de los que muestra NinjaOne: «muster plan --names» los
  # planifica. apply: si «muster nightly» escribe un plan de ellos que ninguna guarda retiene. share: la
  # mayor parte de las computadoras que un plan puede renombrar sin preguntar.
  threatlockerNames: { enabled: false, apply: false, share: 0.3 }

reports:
  # Dónde dejan sus libros «muster report» y «muster nightly».
  folder: reports
  # Un libro más por cada municipio (municipality) o edificio (building); null para ninguno.
  splitBy: null

quality:
  # Cuánto pesa cada medida en la puntuación; solo cuentan sus proporciones.
  weights: { completeness: 30, consistency: 25, uniqueness: 25, validity: 20 }
  # Palabras que están donde no se escribió nada; da igual mayúsculas o minúsculas.
  placeholders: [NA, LOST]

analytics:
  # Qué hacen «muster study» y «muster nightly» con las cifras de cada sitio por separado: none (nada),
  # anomalies (buscar lo raro), forecasts (calcular también pronósticos).
  studySites: anomalies

events:
  # Carpeta de archivos de eventos, con una carpeta dentro por fuente; «muster inbox» y «muster nightly» toman lo que hay.
  inbox: null
  # Si una fila mala rechaza un archivo del buzón (strict), o solo esa fila (lenient).
  mode: strict

server:
  # production: «muster serve» solo arranca donde es seguro, y dice qué no lo es; véase docs/operations.md.
  # development: escucha solo en esta máquina, salvo que allowOpenDevelopment sea true.
  mode: development
  allowOpenDevelopment: false
  # Dónde escucha «muster serve»; 0.0.0.0 para todas las redes de esta máquina.
  host: 127.0.0.1
  port: 8080
  # Nombres con los que la gente llega a él, como muster.example.org; se rechazan peticiones a otros nombres.
  hosts: []
  # Cuántas conexiones se mantienen abiertas a la vez; las que pasen de ahí se cierran al momento.
  maxConnections: 2000
  # Cuántos archivos se le pueden enviar a la vez, y cuántos una persona o un token; los demás se rechazan.
  maxUploads: 20
  maxUploadsPerCaller: 4
  # Direcciones de los proxies de los que se acepta la dirección de quien llama.
  trustedProxies: []
  # Si la gente llega por https; las cookies son entonces solo para https.
  isBehindTls: false
  # Si cualquiera puede leer /metrics, o solo quien tiene un token con el permiso read.
  openMetrics: false

access:
  # Si cualquiera que llegue al servidor puede crear una cuenta, como viewer.
  openRegistration: false
  # Si un plan debe aprobarlo otra persona que la que lo creó.
  fourEyes: false
  # Peticiones que una persona o un token puede enviar por minuto; una dirección puede enviar cinco veces más.
  requestsPerMinute: 1200
  # Inicio de sesión por un proveedor de OpenID Connect; su secreto viene de MUSTER_OPENID_CLIENT_SECRET (o ..._FILE).
  # openId:
  #   issuer: https://id.su-dominio
  #   clientId: muster
  #   roleFrom: { claim: groups, roles: { muster-operadores: operator, muster-admins: administrator } }

alerts:
  # De qué se avisa a las personas por correo o a un webhook, sin que pregunten; vea docs/watching.md.
  # language: es
  # A qué hora (en timeZone) qué día de cada fuente debe estar completo; sources: otra hora, o null para ninguna.
  freshness: { by: "06:00", day: yesterday, sources: {} }
  # Discrepancias abiertas de esta gravedad o mayor; se avisa cada vez que una comprobación alcanza un nivel; null: ninguna.
  findings: { severity: high, levels: [1, 10, 100, 1000] }
  # Anomalías de tantos días atrás que nadie juzgó; planes que esperan tantas horas (null: nunca); ejecuciones con fallo.
  anomalyDays: 2
  planHours: 24
  failedRuns: true
  # Trabajos del horario que no empezaron en tantos minutos, y ejecuciones que duran más de tantas horas (null: nunca).
  overdueMinutes: 60
  runHours: 6
  # La cuenta viene de MUSTER_SMTP_USER y MUSTER_SMTP_PASSWORD, el secreto del webhook de MUSTER_WEBHOOK_SECRET, o de
  # archivos que indican esos mismos nombres terminados en _FILE.
  # email: { host: mail.example.org, port: 587, security: starttls, from: muster@example.org, to: [ana@example.org] }
  # webhook: { url: "https://hooks.example.org/muster" }

nightly:
  # Si «muster nightly» escribe un plan que ninguna guarda retiene, o lo deja a una persona.
  apply: false

schedule:
  # Qué hace «muster serve» por sí mismo y cuándo, en la zona horaria de arriba: cinco campos como los de cron, o null
  # para nunca. Si un temporizador del sistema ejecuta «muster nightly», ponga nightly en null. jobs: false deja los
  # trabajos a «muster work».
  jobs: true
  # Al servidor que queda inmóvil tantos segundos mientras otro espera su turno se le corta la base de datos.
  leaseSeconds: 60
  nightly: "0 2 * * *"
  figures: "15 2 * * *"
  collectAgain: "0 3 * * *"
  retrain: "30 3 * * 0"
  inbox: "*/5 * * * *"
  alerts: "*/15 * * * *"
  housekeeping: "0 4 * * *"

retention:
  # Durante cuántos días se conserva una ejecución a la que ya nada se refiere; la auditoría se queda.
  runDays: 400
`,
}
