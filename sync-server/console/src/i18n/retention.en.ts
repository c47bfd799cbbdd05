/** Terms of keeping, in English. */
export const retentionEn = {
  retention: {
    title: 'Terms of keeping', lead: 'For how long the cases of each kind of check are kept once filed away, as an administrator publishes it by a document. Nothing is archived for shorter.', publish: 'Publish a table', renew: 'Publish a new version', none: 'No table is published; a case is kept for as long as its archiving says.', done: 'Published, log entry {n}, proved.', unbelieved: '{n} tables could not be verified and do not count.',
    holds: 'holds from {day}', coming: 'from {day} on', ended: 'replaced by a new version',
    runs: { next_year: 'terms run from 1 January of the year after', archiving: 'terms run from the day of archiving' },
    form: { title: 'Publish terms of keeping', say: 'Signed, it goes into the log; from its day on archiving is held against it.', region: 'For which region', name: 'Title', nameEn: 'Title in English (may be left out)', id: 'Id (a new version of the same id replaces the old one)', source: 'The document it follows', where: 'Where it can be read', from: 'Holds from', runs: 'From when terms run', terms: 'Term of each kind of check', none: 'not stated', sign: 'Sign and publish' },
    lacks: { region: 'Choose the region.', title: 'Write the title.', id: 'Write the id.', source: 'Name the document.', where: 'Say where it can be read.', from: 'Say from which day it holds.', terms: 'State the term of one kind at least.' },
    least: '“{title}” states for cases of this kind at least: {term}.',
  },
}
export const retentionProblemsEn = { term_short: 'The published term of this kind is longer.' }
