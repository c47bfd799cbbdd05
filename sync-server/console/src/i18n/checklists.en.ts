/** Checklists, in English. */
export const checklistsEn = {
  checklists: {
    title: 'Checklists', lead: 'Read in this browser by the engine of the tablets: see every problem, or what inspectors will see, before you sign and publish.', choose: 'Choose a workbook', drop: 'or drop an .xlsx here, with the lists and pictures that it names', noWorkbook: 'There is no .xlsx workbook. Choose the workbook together with the files that it names.', noEngine: 'This console was built without the engine: it cannot read workbooks or show previews. Use plumb checklist, or build it again as the README says.',
    problems: '{n} problems: mend the workbook and choose it again', row: 'row {n}', lacking: 'These files are needed too: choose them together with the workbook', warnings: '{n} warnings', version: 'version {v}', items: '{n} items', known: 'Version {v} was published already. Change the version in the workbook.', notYours: 'Only administrators publish checklists; you can look at them.', publish: 'Sign and publish', again: 'Send again', published: 'Published, line {n} of the log. Tablets get it with their next sync.',
    preview: 'Preview', previewSay: 'So it will look and score on a tablet. Fill it in on trial; nothing is kept or signed.', language: 'Language', asPage: 'As the page', answered: '{n} of {total} items answered', missing: '{n} missing', undo: 'Undo', redo: 'Redo', veto: 'veto', key: 'key', photos: '{n} photos', add: 'Add', remove: 'Remove', instance: 'no. {n}', required: 'required', noChoices: 'nothing to choose from', acknowledge: 'OK', within: 'within', outside: 'outside',
    device: { image: 'a photo on the tablet', audio: 'a recording on the tablet', video: 'a film on the tablet', file: 'a file on the tablet', geopoint: 'a position on the tablet', geotrace: 'a line walked with the tablet', geoshape: 'a boundary walked with the tablet' },
    list: 'Published', none: 'No checklist was published yet.', look: 'Preview',
  },
}
