import type { Phrase } from '../language.ts'

/** What an operating system refuses, by the code its message begins with. */
export const SYSTEM_REASONS: ReadonlyMap<string, Phrase> = new Map([
  ['ENOENT', { en: 'there is no such file or folder', es: 'no existe tal archivo o carpeta' }],
  [
    'EACCES',
    { en: 'this account has no right to it', es: 'esta cuenta no tiene permiso para ello' },
  ],
  ['EPERM', { en: 'the system does not allow it', es: 'el sistema no lo permite' }],
  ['EISDIR', { en: 'it is a folder, and no file', es: 'es una carpeta, no un archivo' }],
  [
    'ENOTDIR',
    { en: 'a part of its path is no folder', es: 'una parte de su ruta no es una carpeta' },
  ],
  ['EROFS', { en: 'the disk can only be read', es: 'el disco es de solo lectura' }],
  ['ENOSPC', { en: 'the disk is full', es: 'el disco está lleno' }],
  ['EBUSY', { en: 'another program is using it', es: 'otro programa lo está usando' }],
  ['ENAMETOOLONG', { en: 'its name is too long', es: 'su nombre es demasiado largo' }],
])
