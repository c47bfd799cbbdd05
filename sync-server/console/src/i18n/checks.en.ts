/** Checks that wait for their head's approval, in English. */
export const checksEn = {
  checks: {
    title: 'Approvals', lead: 'The head approves a check before it is made; an urgent one may be made first. Proposals and decisions are signed records; what is approved is assigned as a task.', new: 'Propose a check', none: 'No check was proposed.',
    planned: 'planned {day}', basis: 'Basis: {text}', items: 'Items: {text}', by: 'proposed by {name}', year: '{made} made this year, cap {most}', yearNoCap: '{made} made this year', uncounted: ', this one does not count', over: 'Made although the cap is reached: {reason}', urgent: 'Urgent: {reason}', waits: 'Not approved {n} days after the planned day.',
    approvedBy: 'Approved by {name}, {at}', refusedBy: 'Refused by {name}, {at}', saying: ': {text}', made: 'The check was made.', assigned: 'A task is assigned.', own: 'You proposed it or are of its team: another head decides.', approve: 'Approve', refuse: 'Refuse', assign: 'Assign a task',
    state: { proposed: 'Waits', approved: 'Approved', refused: 'Refused' },
    mode: { on_site: 'on site', remote: 'remote' },
    itemsOver: 'Items beyond what their register allows a year, because: {reason}',
    lacks: { items_over: 'Say why items are inspected more often than their register allows.', site: 'Choose a site.', checklist: 'Choose a checklist.', reason: 'Say why it is made.', basis: 'Say by what law or document.', team: 'Choose two inspectors.', planned: 'The planned day is today or later; that of an urgent check may be earlier.', year: 'Counts are whole numbers, a cap at least 1.', over: 'The yearly cap is reached: say why it is made all the same.' },
    form: { itemsOver: '“{items}” was inspected as often this year as its register allows; why again (its head approves that too)', title: 'Propose a check', team: 'Inspectors (two, whose regions cover the site)', planned: 'Planned day', mode: 'Manner', reason: 'Why it is made', basis: 'Basis (law, plan or document)', items: 'Items (one a line, optional)', made: 'Checks of the site this year', most: 'Published yearly cap (if there is one)', uncounted: 'A special check ordered from above, which does not count', over: 'Why it is made although the cap is reached', urgent: 'Why it cannot wait (leave empty if it can)', urgentHint: 'An urgent check may be made first and approved afterwards.', sign: 'Sign and propose' },
    decide: { approve: 'Approve the check', refuse: 'Refuse the check', note: 'Remark (optional)', reason: 'Why it is refused', yes: 'Sign and approve', no: 'Sign and refuse' },
  },
}
