/** Tasks, in English. */
export const tasksEn = {
  tasks: {
    title: 'Tasks', lead: 'By the day that is due. Assigning, assigning anew and cancelling are signed records; a tablet shows its inspector\'s own on Today once it synced.', new: 'Assign a task', notYours: 'Supervisors and administrators assign tasks; you may look.', filter: 'State', all: 'All', none: 'There are no tasks.', more: 'Show more', done: 'Signed, line {n} of the log.',
    due: 'due {day}', team: 'Inspectors: {names}', by: 'assigned by {name}', drawn: 'drawn, number {n}', why: 'Why: {reason}', again: 'Assign anew', cancel: 'Cancel',
    state: { assigned: 'Not answered', accepted: 'Accepted', declined: 'Declined', cancelled: 'Cancelled', done: 'Done' },
    kind: { routine: 'routine check', individual: 'individual check', special: 'special check' },
    lacks: { site: 'Choose a site.', checklist: 'Choose a checklist.', team: 'Choose one or two inspectors.', due: 'The day that is due is today or later.', asked: 'Say when they were asked for conflicts of interest, today at the latest.' },
    form: { forCheck: 'For the check as it was approved: its kind and checklist, and nobody but its team.', new: 'Assign a task', again: 'Assign anew', cancel: 'Cancel the task', site: 'Site', team: 'Inspectors (one or two, whose regions cover the site)', siteFirst: 'Choose the site first.', nobody: 'No inspector\'s regions cover this site; an administrator has to grant it first.', checklist: 'Checklist', kind: 'Kind', due: 'Due', asked: 'Asked for conflicts of interest on', askedHint: 'Those chosen were asked in person, and none has one.', instructions: 'Instructions (optional)', reason: 'Why it is cancelled', sign: 'Sign and assign', cancelYes: 'Sign and cancel' },
  },
}
