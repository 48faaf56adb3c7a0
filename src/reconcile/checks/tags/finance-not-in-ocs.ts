import { defineTagCheck } from '../check.ts'
import { assetDisagreement } from './asset-disagreement.ts'
import { TAG_SCOPE } from './tag-scope.ts'

/** An asset that finance lists and no computer of OCS bears the number of. */
export const financeNotInOcs = defineTagCheck({
  code: 'finance-not-in-ocs',
  severity: 'low',
  sources: TAG_SCOPE,
  find: ({ assessment, placeOf }) =>
    assessment.assetsNotInOcs.map((asset) => assetDisagreement(asset, placeOf)),
})
