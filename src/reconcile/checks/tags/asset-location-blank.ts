import { defineTagCheck } from '../check.ts'
import { assetDisagreement } from './asset-disagreement.ts'
import { TAG_SCOPE } from './tag-scope.ts'

/** An asset that finance lists without saying where it stands. */
export const assetLocationBlank = defineTagCheck({
  code: 'asset-location-blank',
  severity: 'medium',
  sources: TAG_SCOPE,
  find: ({ assessment, placeOf }) =>
    assessment.assetsWithoutLocation.map((asset) => assetDisagreement(asset, placeOf)),
})
