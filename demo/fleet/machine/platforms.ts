/** An operating system as the two vendors name it. */
export interface Release {
  readonly ninjaone: string
  /** ThreatLocker leaves a space behind the names of Windows. */
  readonly threatlocker: string
  readonly build: string
  readonly releaseId: string
}

/** The operating systems that one kind of machine is upgraded through, oldest first. */
export interface Platform {
  readonly maker: string
  /** ThreatLocker's `osType`. */
  readonly osType: 1 | 2 | 3
  readonly architecture: string
  readonly releases: readonly Release[]
}

export const WINDOWS_CLIENT: Platform = {
  maker: 'Microsoft Corporation',
  osType: 1,
  architecture: '64-bit',
  releases: [
    windows('10 Home', { named: 'Windows 10 Home Edition', build: '19045', releaseId: '22H2' }),
    windows('10 Pro', {
      named: 'Windows 10 Professional Edition',
      build: '19045',
      releaseId: '22H2',
    }),
    windows('11 Home', { named: 'Windows 11 Home Edition', build: '22631', releaseId: '23H2' }),
    windows('11 Pro', {
      named: 'Windows 11 Professional Edition',
      build: '26100',
      releaseId: '24H2',
    }),
    windows('11 Enterprise', {
      named: 'Windows 11 Enterprise Edition',
      build: '26200',
      releaseId: '25H2',
    }),
  ],
}

export const WINDOWS_SERVER: Platform = {
  maker: 'Microsoft Corporation',
  osType: 1,
  architecture: '64-bit',
  releases: [
    server('2012 R2', '9600'),
    server('2016', '14393'),
    server('2019', '17763'),
    server('2022', '20348'),
    server('2025', '26100'),
  ],
}

export const MAC: Platform = {
  maker: 'Apple Inc.',
  osType: 2,
  architecture: 'arm64',
  releases: [
    { ...same('macOS 12 Monterey'), build: '21H1320', releaseId: '12.7' },
    { ...same('macOS 13 Ventura'), build: '22H730', releaseId: '13.7' },
    { ...same('macOS 14 Sonoma'), build: '23J21', releaseId: '14.8' },
    { ...same('macOS 15 Sequoia'), build: '24G84', releaseId: '15.6' },
  ],
}

export const LINUX: Platform = {
  maker: 'Canonical Ltd.',
  osType: 3,
  architecture: '64-bit',
  releases: [
    { ...same('Ubuntu 18.04.6 LTS'), build: '4.15.0', releaseId: '18.04' },
    { ...same('Ubuntu 20.04.6 LTS'), build: '5.4.0', releaseId: '20.04' },
    { ...same('Ubuntu 22.04.5 LTS'), build: '5.15.0', releaseId: '22.04' },
    { ...same('Ubuntu 24.04.3 LTS'), build: '6.8.0', releaseId: '24.04' },
  ],
}

/** The release at a step of the ladder. */
export function releaseAt({ releases }: Platform, step: number): Release {
  const release = releases[step]
  if (!release) throw new RangeError(`there is no release ${step}`)
  return release
}

function windows(
  edition: string,
  given: { named: string; build: string; releaseId: string },
): Release {
  const { named, ...rest } = given
  return { ...rest, ninjaone: named, threatlocker: `Windows ${edition} ` }
}

function server(year: string, build: string): Release {
  const name = `Windows Server ${year} Standard`
  return { ninjaone: `${name} Edition`, threatlocker: `${name} `, build, releaseId: year }
}

function same(name: string) {
  return { ninjaone: name, threatlocker: name }
}
