/** What follows the four kinds of supervision, in English. */
export const referralsEn = {
  referrals: {
    place: 'Follow-up of the four kinds of supervision', say: 'A failed mandatory clause goes to enforcement, a recommended one becomes advice, an association standard goes to the association, an enterprise standard to its declaration. Each is a signed record.', toBoard: 'findings stand on the board', none: 'There is none.', counts: 'How many of each kind', kindHead: 'Kind', itemsHead: 'Findings', stateHead: 'How it stands', anyState: 'Any state', open: 'not concluded', year: 'Year of the paper',
    followed: 'Follow-up', items: 'Items', toWhom: '{day} to {to}, paper {number}',
    kind: { enforcement: 'To enforcement', improvement: 'Advice to improve', association: 'To the association', declaration: 'To the declaration' },
    state: { referred: 'sent', received: 'received', concluded: 'concluded', declined: 'declined' },
    button: { enforcement: 'Record the referral', improvement: 'Record the advice', association: 'Record the letter', declaration: 'Record the note' },
    title: { enforcement: 'Referred to enforcement', improvement: 'Advice to improve', association: 'Letter to the association', declaration: 'Note to the enterprise’s declaration' },
    to: { enforcement: 'To which enforcement office', improvement: 'To whom the advice went', association: 'To which association', declaration: 'To which enterprise (that declared the standard)' },
    lead: 'The kind follows from the class of the standards that are cited and cannot be changed. Signed, it goes into the log; putting the findings right goes on as before.', number: 'Number of the paper', day: 'Day of the paper', text: 'What else is to be said (may be left out)', sign: 'Sign',
    lacks: { items: 'Choose one item at least.', to: 'Say to whom it went.', number: 'Write the number.', day: 'Write the day.' },
    answer: { button: 'Record the answer', title: 'Answer to {number}', as: 'They', day: 'On which day', note: 'Remark (may be left out)', outcome: 'What came of it', why: 'Why it was declined', number: 'Number of their paper (may be left out)', lacks: { text: 'Write the outcome or the reason.', day: 'Write the day.' } },
  },
}
export const referralProblemsEn = { referral_unknown: 'The server has no such follow-up.', referral_over: 'It was concluded or declined already; nothing more is answered.', referral_twice: 'An item was referred already.', referral_day: 'The day has not come, or is before the check or before what is answered.', supervision_differs: 'The class of the standards that are cited gives another kind of supervision.' }
