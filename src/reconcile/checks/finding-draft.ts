/** How much a disagreement matters, most first. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low'] as const
export type Severity = (typeof SEVERITIES)[number]

/** A disagreement as a check sees it; the check's code and severity are added by who runs it. */
export interface Disagreement {
  /** What it is about, whatever it is called by now: `device:17`, `ocs:12`, `number:10_240_000001`. */
  readonly subject: string
  /** What a person calls that: a host name, an inventory number. */
  readonly name: string | null
  /** What was compared and differs; kept as JSON and shown as it is. */
  readonly evidence: Readonly<Record<string, unknown>>
  /** Muster's id of the site it lies at; null where it is not known or there is none. */
  readonly siteId: number | null
  readonly building: string | null
  readonly municipality: string | null
}

/** A disagreement with the check that saw it, ready to be kept. */
export interface FindingDraft<Code extends string = string> extends Disagreement {
  readonly check: Code
  /** The sources that were compared; see `scopeKey`. */
  readonly scope: string
  readonly severity: Severity
}
