import { spawnSync } from 'node:child_process'
import { ensureFound } from '../peer/debian-packages.ts'

/** A Python that has a library, and the versions of both. */
export interface PythonWith {
  readonly program: string
  readonly versions: string
}

/** A library as it is imported, as people call it, and as Debian packs it. */
export interface Library {
  readonly module: string
  readonly name: string
  readonly debianPackage: string
}

/** Finds a Python with a library, installs that where this may be done, or says what to install. */
export function ensurePythonWith(library: Library): PythonWith {
  const { name, debianPackage } = library
  return ensureFound(() => findPython(library), {
    packages: [debianPackage],
    otherwise: `pip install ${name}, for the python3 of the path`,
  })
}

/** The first Python that has it: that of the path, or Debian's own where another hides it. */
function findPython({ module, name }: Library): PythonWith | null {
  const ask = `import platform, ${module}; print("Python", platform.python_version(), "${name}", ${module}.__version__)`
  for (const program of ['python3', '/usr/bin/python3']) {
    const asked = spawnSync(program, ['-c', ask], { encoding: 'utf8' })
    if (asked.status === 0) return { program, versions: asked.stdout.trim() }
  }
  return null
}
