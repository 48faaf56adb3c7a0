import type { ListWord } from '../language/report-words.ts'
import type { TagCheckCode } from '../reconcile/checks/tag-checks.ts'

/** The list on which a disagreement of each check stands. */
export const LIST_OF: Record<TagCheckCode, ListWord> = {
  'empty-number': 'Empty_Inventories',
  'virtual-machine': 'VM_Inventories',
  'location-not-in-classifier': 'Locations_Not_In_Classifier',
  'duplicate-number': 'Duplicate_Inventories',
  'not-in-finance': 'DB_Not_In_AR01',
  'finance-not-in-ocs': 'AR01_Not_In_DB',
  'asset-location-blank': 'AR01_Location_Blank',
  'location-blank': 'AR01_Location_Blank',
  'ambiguous-location': 'Ambiguous',
  'refused-in-books': 'Ambiguous',
  'tag-incomplete': 'Unusable_Tags',
  'tag-unwritable': 'Unusable_Tags',
  protected: 'Protected_Tags',
  'duplicate-not-tagged': 'Duplicate_Not_Tagged',
}
