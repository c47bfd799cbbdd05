/** The archive's index, in English. */
export const archiveEn = {
  archive: {
    title: 'Archive', lead: 'Cases that were filed away, by year, kind of check and number. For how long each is kept stands in the record that archived it.', none: 'There is no such case.', noneDue: 'The term of none has passed.', year: 'Year', allYears: 'All years', kind: 'Kind', allKinds: 'All kinds', number: 'Number', noNumber: 'nothing ordered', site: 'Site', archived: 'Archived', term: 'Kept for', allTerms: 'All terms', papers: 'Papers', until: 'until {day}', wasUntil: 'ended {day}', onlyDue: 'Only those whose term has passed', onlyDisposed: 'Only those disposed of', noneDisposed: 'No case was disposed of.', nothingGoes: 'A term that has passed is told and no more: nothing is destroyed before one person has proposed and another approved it.',
  },
}
