/** Why a server does not start as it is set up, and what it is about. */
export interface ServeFault {
  readonly fault: ServeFaultCode
  readonly about: string
}

export type ServeFaultCode =
  | 'open-development'
  | 'hosts-empty'
  | 'hosts-example'
  | 'not-behind-tls'
  | 'demo-data'
  | 'keys-missing'
  | 'keys-unreadable'
  | 'tls-verification-off'
  | 'database-not-verified'
  | 'database-default-password'
  | 'database-superuser'
  | 'database-creates-roles'
  | 'database-owns-tables'
  | 'database-unchecked'
