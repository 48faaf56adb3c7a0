import { hash, verify } from '@node-rs/argon2'

/** Argon2id (the default of the library) as OWASP's Password Storage Cheat Sheet has it: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Of no password: takes as long to compare as a real one, and always differs. */
const NOBODY = `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** A password as it is kept. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST)
}

/** Whether it is the password that was hashed; of nobody (null) never, in the same time. */
export function isPassword(password: string, hashed: string | null): Promise<boolean> {
  return verify(hashed ?? NOBODY, password.normalize('NFKC'))
}
