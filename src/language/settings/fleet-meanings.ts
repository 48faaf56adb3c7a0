/** What the settings of the fleet and its checks mean, in Spanish, by the English words of their schema. */
export const FLEET_MEANINGS: Readonly<Record<string, string>> = {
  'Words in a display name or a location that make a machine a spare.':
    'Palabras en un nombre visible o una ubicación que hacen de un equipo un repuesto.',
  'Node classes of guests that count as spare; HYPERV_VMM_GUEST may be added.':
    'Clases de nodo de máquinas virtuales que cuentan como repuesto; se puede añadir HYPERV_VMM_GUEST.',
  'Node classes of servers; * stands for anything.':
    'Clases de nodo de los servidores; * vale por cualquier cosa.',
  'Node classes of workstations; * stands for anything.':
    'Clases de nodo de las estaciones de trabajo; * vale por cualquier cosa.',
  'Node classes that are neither, whatever the two above say.':
    'Clases de nodo que no son ni lo uno ni lo otro, digan lo que digan las dos anteriores.',
  'Where a source has no class: what the name of a desktop operating system contains.':
    'Donde una fuente no tiene clase: lo que contiene el nombre de un sistema operativo de escritorio.',
  'How organisations are billed.': 'Cómo se facturan las organizaciones.',
  'Name of the organisation, its key at the vendor, or * for every one.':
    'Nombre de la organización, su clave en el proveedor, o * para todas.',
  'Nothing of it is billed.': 'No se factura nada de ella.',
  'server, workstation, other, or node classes of the vendor, that are not billed.':
    'server, workstation, other o clases de nodo del proveedor que no se facturan.',
  'Roles that are not billed.': 'Funciones que no se facturan.',
  'Tags of machines that are not billed.': 'Etiquetas de equipos que no se facturan.',
  'Its spares are billed as well.': 'Sus repuestos también se facturan.',
  'Sources whose organisations become sites by themselves.':
    'Fuentes cuyas organizaciones se convierten en sitios por sí solas.',
  'Which source is believed where several know a machine, field by field.':
    'A qué fuente se cree, campo por campo, cuando varias conocen un equipo.',
  'After so many days without hearing of a machine a source yields to the next one in the order.':
    'Tras tantos días sin saber de un equipo, una fuente cede ante la siguiente del orden.',
  'By field the sources, the first believed first; * for the fields that are not named. Sources left out follow: NinjaOne, ThreatLocker, OCS, then files as they are configured.':
    'Por campo las fuentes, primero la que primero se cree; * para los campos que no se nombran. Las que no figuran van detrás: NinjaOne, ThreatLocker, OCS y luego los archivos en el orden en que están configurados.',
  'Which evidence makes records of several sources one machine.':
    'Qué indicios hacen de registros de varias fuentes un mismo equipo.',
  "How many records of one source may bear one serial, inventory number or UUID before it is a template's.":
    'Cuántos registros de una fuente pueden llevar un mismo número de serie, de inventario o UUID antes de tenerlo por el de una plantilla.',
  "How many records may bear one MAC before it is a dock's.":
    'Cuántos registros pueden llevar una misma MAC antes de tenerla por la de una base de conexión.',
  "How many machines of one site may bear one host name before it is nobody's.":
    'Cuántos equipos de un sitio pueden llevar un mismo nombre de host antes de que no sea de ninguno.',
  'Rules that are not asked, neither for one machine nor against it.':
    'Reglas que no se consultan, ni a favor ni en contra de que sea un mismo equipo.',
  'For how many days every day is kept.': 'Durante cuántos días se conserva cada día.',
  'For how many months the last day of each is kept.':
    'Durante cuántos meses se conserva el último día de cada uno.',
  'Sources of remote management: what they list is looked after.':
    'Fuentes de gestión remota: lo que figura en ellas está atendido.',
  'Sources of endpoint protection: what they list has the agent.':
    'Fuentes de protección de equipos: lo que figura en ellas lleva el agente.',
  'For how many days a machine may be silent at one source while another hears of it.':
    'Cuántos días puede callar un equipo en una fuente mientras otra sabe de él.',
  'Whether a machine must have the agent of endpoint protection.':
    'Si un equipo debe llevar el agente de protección.',
  'Locations whose spares keep their agent on purpose.':
    'Ubicaciones cuyos repuestos conservan su agente a propósito.',
  'What differs at single sites or organisations; of each setting the first rule that has it counts.':
    'Lo que es distinto en determinados sitios u organizaciones; de cada ajuste vale la primera regla que lo tenga.',
  'Name of the site, name of the organisation at its vendor or its key there, or * for all.':
    'Nombre del sitio, nombre de la organización en su proveedor o su clave allí, o * para todos.',
  'Only machines of these classes.': 'Solo equipos de estas clases.',
  'Only machines with one of these tags.': 'Solo equipos con una de estas etiquetas.',
  'Another severity than its own, by check.': 'Otra gravedad que la suya, por comprobación.',
  'Checks that are not made.': 'Comprobaciones que no se hacen.',
  'Names of computers in ThreatLocker, by the display names of remote management.':
    'Nombres de computadoras en ThreatLocker, según los nombres visibles de la gestión remota.',
  'Whether names in ThreatLocker are planned to follow the display names of the RMM.':
    'Si se planea que los nombres en ThreatLocker sigan a los nombres visibles de la gestión remota.',
  'Whether "muster nightly" writes a plan of names that no guard holds.':
    'Si "muster nightly" escribe un plan de nombres que nada retiene.',
  'Largest share of the computers a plan may rename unasked, the first too, 0 to 1.':
    'La mayor parte de las computadoras que un plan puede renombrar sin preguntar, también el primero, de 0 a 1.',
}
