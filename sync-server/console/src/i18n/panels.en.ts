/** Panels of experts and ratings of visits, in English. */
import type { panelsZh } from './panels.zh'

export const panelsEn: typeof panelsZh = {
  panels: {
    title: 'Expert panels', lead: 'Several experts score one acceptance, each by herself. Until all have handed in or the panel is closed, the server gives a sheet to nobody but its author; a sheet is not changed.', rules: 'The rules are published with the programmes.', none: 'There are no panels.', mine: 'Only those that I score', filter: 'State', all: 'All', open: 'open', over: 'over', ask: 'Ask experts to score',
    until: 'Please score by {day}', handed: 'handed in', waits: 'not yet', assignedBy: 'Assigned by {name}, {at}', closed: 'Closed before all had scored: {reason}',
    judged: { ok: 'This browser checked signatures, rights and places in the log, and reckoned the result anew.', differs: 'The server says other than the signed records, which count; tell an administrator.', missing: 'The server gives out no record that can be believed; tell an administrator.' },
    result: 'Result', noResult: 'Fewer than {least} handed in: no result', of: 'of {full}', method: { mean: 'mean', median: 'median' }, dropping: 'from {from} sheets on, {highest} highest and {lowest} lowest are left out', spread: 'range {range}, standard deviation {deviation}', wide: 'The range is beyond the {limit} that the programme allows; please look again', limit: 'range at most {limit}', experts: '{n} experts, {least} at least',
    expert: 'Expert', total: 'Total', dropped: 'left out', kept: 'counts', opinion: 'Opinion', criterion: 'Criterion', points: 'Points', full: 'At most', record: 'Inspection', score: 'Score', close: 'Close', cancel: 'Cancel', sign: 'Sign',
    assign: { title: 'Ask experts to score', lead: 'The rule is the programme’s and signed as it stands. Experts must be able to read the region’s records; invite one from outside as an auditor first. Who signed this inspection cannot score it.', choose: 'Choose {n} experts', until: 'By when', lacks: 'Choose {n} experts, and today or a later day.', unready: 'There is no rule' },
    scoring: { title: 'Score', lead: 'You see no other sheet before the panel is over, and nobody sees yours. What is signed cannot be changed.', max: '0 to {n}', lacks: 'Fill in each criterion, with three decimals at most, and no more than it has.', opinion: 'Opinion (optional)' },
    closing: { title: 'Close the panel', lead: 'Nobody is waited for any more; what was handed in may be read. With too few sheets there is no result.', reason: 'Reason' },
  },
  ratings: {
    title: 'Ratings by enterprises', lead: 'Enterprises rate a visit by the code that it left, without an account, once. Figures are told from {n} of one office and quarter on; a single rating is seen by nobody.', few: 'too few (under {n})', region: 'Office', quarter: 'Quarter', count: 'Ratings', mean: 'Mean', spread: 'Std. deviation', times: 'How often 1 to 5', all: 'Together',
    question: { identified: 'said who and why', fair: 'fair, with reasons', courteous: 'courteous, clean', helpful: 'helpful', light: 'little disturbance' },
    texts: 'What was written', textsLead: 'Read by the office above alone, in an order of chance, without business, visit and day.', about: '{region} · {quarter}', more: 'Earlier', pick: 'Question',
  },
}
