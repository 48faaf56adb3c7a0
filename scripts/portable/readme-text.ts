import type { Target } from './targets.ts'

/** What a README has to say of a folder. */
export interface ReadmeFacts {
  readonly version: string
  readonly target: Pick<Target, 'name' | 'os'>
}

/** The README of a portable folder, in English and Spanish; lines end as the target's editors expect. */
export function readmeText({ version, target }: ReadmeFacts): string {
  const isWindows = target.os === 'win32'
  const facts: Facts = {
    title: `Muster ${version} (${target.name})`,
    start: isWindows ? 'start.cmd' : './start.sh',
    muster: isWindows ? 'muster.cmd' : './muster',
    trouble: TROUBLE[target.os],
  }
  const text = `${english(facts)}\n\n${'-'.repeat(80)}\n\n${spanish(facts)}\n`
  return isWindows ? text.replaceAll('\n', '\r\n') : text
}

interface Facts {
  readonly title: string
  readonly start: string
  readonly muster: string
  readonly trouble: { readonly en: string; readonly es: string }
}

const TROUBLE: Record<Target['os'], Facts['trouble']> = {
  linux: {
    en: `It needs a 64-bit Linux with glibc 2.28 or newer (not Alpine). Where the programs may not be run, an
unpacker lost their rights: unzip it with "unzip", or: chmod +x start.sh muster runtime/node`,
    es: `Necesita un Linux de 64 bits con glibc 2.28 o posterior (no Alpine). Si los programas no se pueden
ejecutar, al descomprimir se perdieron sus permisos: use "unzip", o: chmod +x start.sh muster runtime/node`,
  },
  darwin: {
    en: `macOS stops programs that a browser downloaded and Apple was not shown. To let these run, in this folder:
  xattr -dr com.apple.quarantine .`,
    es: `macOS detiene los programas que bajó un navegador y que Apple no ha visto. Para permitirlos, en esta carpeta:
  xattr -dr com.apple.quarantine .`,
  },
  win32: {
    en: `Before unpacking, open the properties of the zip and tick "Unblock". Do not start it as administrator: the
database refuses to run as one. It needs the Microsoft Visual C++ runtime, which most machines have.`,
    es: `Antes de descomprimir, abra las propiedades del zip y marque «Desbloquear». No lo inicie como administrador: la
base de datos se niega. Necesita el Microsoft Visual C++ runtime, que casi todas las máquinas tienen.`,
  },
}

function english({ title, start, muster, trouble }: Facts): string {
  return `${title}

Everything Muster needs is in this folder: Node, PostgreSQL, the web app, a demo. Nothing is
installed and nothing is asked of the internet.

  ${start}           the demo, until there is a configuration of your own; then that
  ${start} demo      the demo
  ${start} init      writes a configuration of your own, every setting explained
  ${start} doctor    says whether all is well, and what to do where it is not
  ${start} COMMAND   any other command on it: collect, plan, nightly, --help ...

Started in a terminal, it prints an address, a name and a password; Ctrl-C ends it. For tasks that the
system starts by itself: ${muster} --config FILE nightly

Where things are
  Your own configuration and data: the folder muster-data beside this one, or the one that MUSTER_DATA
  names. A newer version is unpacked beside this one and finds them.
  The demo: data inside this folder, made anew each time.
  What is in here, version by version: MANIFEST.json. How to use it: docs/operations.md.

If it does not start
${trouble.en}`
}

function spanish({ title, start, muster, trouble }: Facts): string {
  return `${title}

Todo lo que Muster necesita está en esta carpeta: Node, PostgreSQL, la aplicación web, una demostración. No se
instala nada ni se pide nada a internet.

  ${start}           la demostración, mientras no haya una configuración propia; después, esta
  ${start} demo      la demostración
  ${start} init      escribe una configuración propia, con cada ajuste explicado
  ${start} doctor    dice si todo está bien, y qué hacer donde no
  ${start} COMANDO   cualquier otro comando sobre ella: collect, plan, nightly, --help ...

Iniciado en un terminal, imprime una dirección, un nombre y una contraseña; Ctrl-C lo termina. Para tareas que
el sistema inicia por sí solo: ${muster} --config ARCHIVO nightly

Dónde está cada cosa
  Su configuración y sus datos: la carpeta muster-data al lado de esta, o la que nombre MUSTER_DATA. Una
  versión posterior se descomprime al lado de esta y los encuentra.
  La demostración: data dentro de esta carpeta, hecha de nuevo cada vez.
  Qué hay aquí, versión por versión: MANIFEST.json. Cómo se usa: docs/operations.md (en inglés).

Si no arranca
${trouble.es}`
}
