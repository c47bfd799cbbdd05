/** Publication of results, in English. */
export const publishingEn = {
  publishing: {
    title: 'Publication', lead: 'Results are published within 20 working days. Publishing, correcting and withdrawing are signed records; what is published follows from the record that this browser verified, and nothing of a person is in it.', none: 'There is no such result.',
    checkedOn: 'inspected {day}', findings: 'findings: {n}', noGrade: 'no grade', due: 'to be published by {day}', dueCalendar: 'to be published by {day} (calendar days: that year\'s working days are not published)', by: 'published by {name}, {at}', withdrawnBy: 'withdrawn by {name}, {at}', stale: 'The site is called otherwise since: correct or withdraw it.',
    publicPage: 'Public page', waits: 'A review has to accept it first', open: 'Open record', make: 'Publish', again: 'Publish again', correct: 'Correct', withdraw: 'Withdraw', name: 'Site', checked: 'Inspected', checklist: 'Checklist', result: 'Result',
    state: { pending: 'Due', overdue: 'Overdue', published: 'Published', stale: 'To be corrected', withdrawn: 'Withdrawn' },
    form: { make: 'Publish the result', correct: 'Correct the publication', withdraw: 'Withdraw the publication', verifying: 'Verifying the record…', unready: 'The record was not verified, or no review has accepted it; it cannot be published.', where: 'Where the public finds it (optional)', reason: 'Reason', personal: 'This tells of a person: {text}', nobody: 'What is published has nobody\'s name or contact.', makeYes: 'Sign and publish', correctYes: 'Sign and correct', withdrawYes: 'Sign and withdraw' },
  },
}
