/** Annual plans of inspections, in English. */
export const plansEn = {
  plans: {
    title: 'Annual plans', lead: 'A plan is proposed by one person, approved by another, then published; a correction is a new version, and all versions stay. Draws take the strata and shares that were published.', new: 'Propose a plan', none: 'No annual plans.',
    year: '{n}', cap: 'at most {n} visits a site', noCap: 'no cap per site', total: '{done} of {quota} done', elsewhere: 'The table shows the version in force; the newest one is not published yet.', undrawn: 'not drawn', team: 'teams of {n}',
    own: 'You proposed this version; another head decides about it.', publish: 'Record publication', correct: 'Correct', versions: 'All versions ({n})', version: 'Version {n}', by: 'proposed by {name}, {at}', sameBatches: 'The batches are the same.', because: 'corrected because: {why}', brief: '{name}: {quota} sites, {strata}', publishedBy: 'Publication recorded by {name}, {at}: {where}',
    head: { batch: 'Batch', kind: 'Kind', days: 'Days', strata: 'Strata and shares', quota: 'Planned', drawn: 'Drawn', done: 'Done' },
    state: { proposed: 'Waits for approval', approved: 'Approved, not published', refused: 'Refused', published: 'Published' },
    act: {
      approve: { title: 'Approve the plan', text: 'Note (optional)', sign: 'Sign approval' },
      refuse: { title: 'Refuse the plan', text: 'Reason of the refusal', sign: 'Sign refusal' },
      publish: { title: 'Record publication', text: 'Where it was published (address or column)', sign: 'Sign' },
    },
    lacks: { region: 'Pick a region.', title: 'Name the plan.', basis: 'State what the plan is based on.', year: 'The year has four digits.', most: 'The cap is at least 1; leave it out where there is none.', batches: 'Write one batch at least.', name: 'Batch {n}: give it a name that no other has.', checklist: 'Batch {n}: pick a checklist.', days: 'Batch {n}: its days lie in the plan\'s year, the last not before the first.', quota: 'Batch {n}: at least 1 site is planned.', strata: 'Batch {n}: write strata as “A 5%, D 50%”, each once, with one decimal at most.', why: 'State why it is corrected.' },
    form: { title: 'Propose an annual plan', correct: 'Correct the plan', stays: 'Region: {region}. This is a whole new version; until it is published, the one before is in force.', region: 'Region', name: 'Name of the plan', basis: 'Basis (law or document)', year: 'Year', most: 'Cap of visits a site and year (leave out if none)', batch: 'Batch {n}', batchName: 'Name', quota: 'Sites to inspect', from: 'From', until: 'Until', team: 'Persons a team', strata: 'Share drawn of each risk class (blank: not drawn)', add: 'Add a batch', drop: 'Remove this batch', why: 'Why it is corrected', sign: 'Sign and send' },
  },
}
