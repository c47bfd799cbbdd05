/** The columns of the people's table, and by what each is sorted. */
import { i18n } from '../i18n'
import type { Column } from '../ui/table'
import type { RosterRow } from './roster'
import { placeWords, roleWords } from './words'

const { t } = i18n.global
const shownGrants = (row: RosterRow) => (row.grants.length > 0 ? row.grants : row.held)

export const memberColumns = (): Column<RosterRow>[] => [
  { key: 'person', head: t('members.head.person'), row: true, by: (row) => row.person.name },
  { key: 'role', head: t('members.head.role'), text: (row) => roleWords(shownGrants(row)), class: 'keep', by: (row) => roleWords(shownGrants(row)) },
  { key: 'place', head: t('members.head.place'), text: (row) => placeWords(shownGrants(row)), by: (row) => shownGrants(row).flatMap((g) => g.regions).join() },
  { key: 'device', head: t('members.head.device'), by: (row) => row.device ?? '' },
  { key: 'chain', head: t('members.head.chain') },
  // Who was never seen stands before who was seen long ago.
  { key: 'seen', head: t('members.head.seen'), class: 'keep', by: (row) => row.seen ?? '' },
]
