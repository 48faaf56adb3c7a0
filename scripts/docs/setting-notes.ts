/** What is told of a setting beside its schema. */
export interface SettingNote {
  /** Where the schema says nothing. */
  readonly means?: string
  /** Of a number, what it counts. */
  readonly unit?: string
  readonly example?: unknown
  /** The setting that may stand in its place, of those of which one is required. */
  readonly insteadOf?: string
}

const SHEET = (folder: string): Readonly<Record<string, SettingNote>> => {
  return {
    [`${folder}.folder`]: { example: '/srv/books' },
    [`${folder}.sheet`]: { example: 'Hoja1' },
    [`${folder}.headerRow`]: { unit: 'row', example: 9 },
    [`${folder}.emptyWords`]: { example: ['NA', '-'] },
  }
}

const HTTP = (vendor: string): Readonly<Record<string, SettingNote>> => {
  return {
    [`${vendor}.http.timeoutSeconds`]: { unit: 'seconds', example: 120 },
    [`${vendor}.http.requestsPerMinute`]: { unit: 'requests a minute', example: 60 },
    [`${vendor}.http.concurrency`]: { unit: 'requests', example: 2 },
    [`${vendor}.http.retrySeconds`]: { unit: 'seconds', example: 600 },
    [`${vendor}.http.maxAnswerBytes`]: { unit: 'bytes', example: 134_217_728 },
  }
}

const SOURCES: Readonly<Record<string, SettingNote>> = {
  'sources.ocs.host': { example: '192.0.2.10', insteadOf: 'file' },
  'sources.ocs.port': { means: 'Port of that server.', unit: 'port', example: 3307 },
  'sources.ocs.user': {
    means: 'The account; the password comes from `MUSTER_OCS_PASSWORD`.',
    example: 'muster',
    insteadOf: 'file',
  },
  'sources.ocs.database': { means: 'Name of the database there.', example: 'ocs' },
  'sources.ocs.inventoryField': { example: 'NUMINV' },
  'sources.ocs.file': { example: 'ocs.sqlite', insteadOf: 'host' },
  ...SHEET('sources.finance-register'),
  'sources.finance-register.file': { example: 'AR01*.xlsx' },
  'sources.finance-register.columns': { example: { inventoryNumber: 'F', locationId: 'I' } },
  'sources.finance-register.virtualMachineWords': {
    means: 'Words that stand for a virtual machine where a number would be; any case.',
    example: ['MV', 'VM'],
  },
  ...SHEET('sources.locations'),
  'sources.locations.file': { example: 'locales*.xlsx' },
  'sources.locations.columns': { example: { id: 'A', building: 'C' } },
  'sources.ninjaone.baseUrl': { example: 'https://rmm.example.org' },
  'sources.ninjaone.clientId': { example: 'your-client-id' },
  'sources.ninjaone.scope': { example: 'monitoring offline_access' },
  'sources.ninjaone.pageSize': { unit: 'rows', example: 500 },
  'sources.ninjaone.inventoryNumberField': { example: 'assetTag' },
  'sources.ninjaone.organisations': { example: ['Alder & Birch LLP', 8] },
  'sources.ninjaone.approvalStates': { example: ['APPROVED', 'PENDING'] },
  ...HTTP('sources.ninjaone'),
  'sources.threatlocker.instance': { example: 'h' },
  'sources.threatlocker.baseUrl': { example: 'https://edr.example.org' },
  'sources.threatlocker.organisationId': { example: '00000000-0000-4000-8000-000000000000' },
  'sources.threatlocker.pageSize': { unit: 'rows', example: 200 },
  ...HTTP('sources.threatlocker'),
  ...SHEET('sources.device-files.NAME'),
  'sources.device-files.NAME.file': { example: '*intune*.csv' },
  'sources.device-files.NAME.list': { example: 'devices' },
  'sources.device-files.NAME.columns': {
    example: { nativeKey: 'Device ID', hostname: 'Device name', serial: 'Serial number' },
  },
  'sources.device-files.NAME.letters': { example: { serial: 'D' } },
  'sources.device-files.NAME.constants': { example: { organisation: 'Alder & Birch LLP' } },
}

const FLEET: Readonly<Record<string, SettingNote>> = {
  'fleet.spareWords': { example: ['spare', 'reserva'] },
  'fleet.guestNodeClasses': { example: ['VMWARE_VM_GUEST', 'HYPERV_VMM_GUEST'] },
  'fleet.serverNodeClasses': { example: ['*_SERVER'] },
  'fleet.workstationNodeClasses': { example: ['*_WORKSTATION', 'MAC'] },
  'fleet.otherNodeClasses': { example: ['NMS_*', 'CLOUD_*'] },
  'fleet.desktopSystems': { example: ['windows 11', 'macos'] },
  'fleet.billing': { example: [{ organisation: '*', excludedTags: ['loan'] }] },
  'fleet.billing[].organisation': { example: 'Alder & Birch LLP' },
  'fleet.billing[].isInternal': { example: true },
  'fleet.billing[].excludedClasses': { example: ['other'] },
  'fleet.billing[].excludedRoles': { example: ['Kiosk'] },
  'fleet.billing[].excludedTags': { example: ['loan'] },
  'fleet.billing[].billsSpares': { example: true },
  'fleet.sitesFrom': { example: ['ninjaone', 'threatlocker'] },
  'fleet.fields.yieldsAfter': { unit: 'days', example: 30 },
  'fleet.fields.order': {
    example: { displayName: ['threatlocker', 'ninjaone'], '*': ['ninjaone', 'threatlocker'] },
  },
  'fleet.matching.sharedBy': { unit: 'records', example: 2 },
  'fleet.matching.macShare': { unit: 'records', example: 2 },
  'fleet.matching.nameShare': { unit: 'machines', example: 4 },
  'fleet.matching.off': { example: ['hostname-15'] },
  'fleet.dailyFor': { unit: 'days', example: 90 },
  'fleet.monthEnds': { unit: 'months', example: 36 },
  'checks.rmm': { example: ['ninjaone', 'intune'] },
  'checks.edr': { example: ['threatlocker'] },
  'checks.staleDays': { unit: 'days', example: 30 },
  'checks.stockLocations': { example: ['Storage'] },
  'checks.rules': { example: [{ at: 'Alder', classes: ['server'], staleDays: 3 }] },
  'checks.rules[].at': { example: 'Alder' },
  'checks.rules[].classes': { example: ['server'] },
  'checks.rules[].tags': { example: ['no-agent'] },
  'checks.rules[].staleDays': {
    means: 'As `checks.staleDays`, for these machines.',
    unit: 'days',
    example: 3,
  },
  'checks.rules[].needsEdr': {
    means: 'As `checks.needsEdr`, for these machines.',
    example: false,
  },
  'checks.rules[].stockLocations': {
    means: 'As `checks.stockLocations`, for these machines.',
    example: ['Storage'],
  },
  'checks.severity': { example: { 'missing-in-edr': 'critical' } },
  'checks.off': { example: ['display-name-mismatch'] },
  'corrections.threatlockerNames.share': { unit: 'share', example: 0.1 },
}

const RULES: Readonly<Record<string, SettingNote>> = {
  language: { example: 'es' },
  dataFolder: { example: '/var/lib/muster-data' },
  timeZone: { example: 'America/Havana' },
  keyRing: { example: '/etc/muster/key-ring.json' },
  spoolFolder: { example: '/var/lib/muster-data/spool' },
  'tags.virtualMachineWords': { example: ['MV', 'VM'] },
  'tags.emptyWords': { example: ['NA', 'LOST'] },
  'tags.protectedTags': { example: ['MANUAL-*'] },
  'guards.shrink': { unit: 'share', example: 0.1 },
  'guards.share': { unit: 'share', example: 0.2 },
  'reports.folder': { example: '/srv/reports' },
  'quality.weights.completeness': { unit: 'weight', example: 40 },
  'quality.weights.consistency': { unit: 'weight', example: 20 },
  'quality.weights.uniqueness': { unit: 'weight', example: 20 },
  'quality.weights.validity': { unit: 'weight', example: 20 },
  'quality.placeholders': { example: ['NA', 'LOST', '-'] },
  'events.inbox': { example: 'events' },
}

const SERVING: Readonly<Record<string, SettingNote>> = {
  'schedule.nightly': { example: '30 1 * * *' },
  'schedule.figures': { example: '45 1 * * *' },
  'schedule.collectAgain': { example: '0 3,5 * * *' },
  'schedule.retrain': { example: '0 4 1 * *' },
  'schedule.inbox': { example: '*/15 * * * *' },
  'schedule.alerts': { example: '*/5 * * * *' },
  'schedule.housekeeping': { example: '30 4 * * *' },
  'schedule.leaseSeconds': { unit: 'seconds', example: 120 },
  'retention.runDays': { unit: 'days', example: 730 },
  'server.host': { example: '0.0.0.0' },
  'server.port': { unit: 'port', example: 8443 },
  'server.hosts': { example: ['muster.example.org'] },
  'server.maxConnections': { unit: 'connections', example: 5000 },
  'server.maxUploads': { unit: 'files', example: 50 },
  'server.maxUploadsPerCaller': { unit: 'files', example: 8 },
  'server.trustedProxies': { example: ['127.0.0.1'] },
  'access.requestsPerMinute': { unit: 'requests a minute', example: 3000 },
  'access.openId.issuer': { example: 'https://id.example.org' },
  'access.openId.clientId': { example: 'muster' },
  'access.openId.scopes': { example: ['openid', 'email'] },
  'access.openId.allowedDomains': { example: ['example.org'] },
  'access.openId.roleFrom.claim': { example: 'groups' },
  'access.openId.roleFrom.roles': { example: { 'muster-operators': 'operator' } },
  'alerts.freshness.by': { example: '07:30' },
  'alerts.freshness.sources': { example: { 'finance-register': null } },
  'alerts.findings.levels': { unit: 'findings', example: [1, 5, 50] },
  'alerts.anomalyDays': { unit: 'days', example: 7 },
  'alerts.planHours': { unit: 'hours', example: 12 },
  'alerts.overdueMinutes': { unit: 'minutes', example: 30 },
  'alerts.runHours': { unit: 'hours', example: 3 },
  'alerts.email.host': { example: 'mail.example.org' },
  'alerts.email.port': { means: 'Port of that server.', unit: 'port', example: 465 },
  'alerts.email.from': { example: 'muster@example.org' },
  'alerts.email.to': { example: ['inventory@example.org'] },
  'alerts.email.timeoutSeconds': { unit: 'seconds', example: 60 },
  'alerts.webhook.url': { example: 'https://chat.example.org/hooks/muster' },
  'alerts.webhook.timeoutSeconds': { unit: 'seconds', example: 30 },
  'alerts.webhook.retrySeconds': { unit: 'seconds', example: 120 },
}

/** What is told of each setting beside its schema, by path. */
export const SETTING_NOTES: Readonly<Record<string, SettingNote>> = {
  ...SOURCES,
  ...FLEET,
  ...RULES,
  ...SERVING,
}
