import type { reviewsZh } from './reviews.zh'

export const reviewsEn: typeof reviewsZh = {
  reviews: {
    filters: 'Filter', any: 'All', all: 'No filter', standing: 'Filters that stand', takeBack: 'Take the filter back: {what}', total: '{n} in all', order: 'Yours first, then', orders: { waits: 'oldest', newest: 'newest', risk: 'most serious', score: 'lowest score', score_down: 'highest score' },
    emptyFiltered: 'Nothing that waits fits these filters.', mine: 'Assigned to me', of: 'Reviewer {name}', nobodys: 'Nobody’s', waits: 'For {n} days or more', waited: 'Waits {n} days',
    withFindings: 'With findings', noFindings: 'No findings', withVeto: 'With a veto', noVeto: 'No veto', waitsSecond: 'Waits for a second reviewer', noSecond: 'Waits for no second reviewer', agreedBy: '{name} agreed; another one has to', waitsSecondSay: 'An item with a veto failed: two reviewers have to agree before it is accepted.', threadsOpen: 'With an open thread', threadsAnswered: 'The inspector has answered', threadsHere: 'Open threads: {n}', threadsAnsweredHere: 'for the reviewer: {n}', noGrade: 'No grade', noProgramme: 'No programme',
    facet: { programme: 'Programme', region: 'Region', checklist: 'Checklist', grade: 'Grade', kind: 'Kind', inspector: 'Inspector', findings: 'Findings', veto: 'Veto', second: 'Second review', threads: 'Threads', days: 'Waiting', assigned: 'Reviewer' },
  },
  threads: {
    at: 'Thread at {item}', ask: 'Ask about this item: {item}', askTitle: 'Ask', askHere: 'What to ask the inspector; signed, and read by the staff who may see this record, never by the enterprise', answer: 'Answer', answerTo: 'Answer at {item}', answerHere: 'Write the answer', sign: 'Sign the answer', signAsk: 'Sign and ask', cancel: 'Do not write', resolve: 'Mark as resolved', resolved: 'Resolved',
  },
  batch: {
    choose: 'Choose many', all: 'Choose the {n} listed', none: 'Choose none', chosen: '{n} chosen', pick: 'Choose {name}', assign: 'Assign…', accept: 'Accept…',
    acceptTitle: 'Accept {n} records without findings', acceptSay: 'You sign once, and each record gets a signed review of its own. Before each signature this browser fetches and verifies the record anew; what has a new version, a finding or a veto is left out and says why.',
    leftOut: '{n} others cannot be accepted together; review them one by one:', sign: 'Sign and accept {n}',
    assignTitle: 'Assign the review of {n} records', assignSay: 'An assignment is a signed record; it keeps nobody else from reviewing, and stays with that person after an amendment.', whom: 'To whom', me: 'Myself', nobody: 'Take back (nobody’s)', note: 'What to look at (optional)', already: '{n} of them are so already and need no signature.', signAssign: 'Sign and assign {n}',
    acceptHead: 'Accepting many', assignHead: 'Assigning many', sofar: '{done} of {all} signed', cut: '{n} were not reached: it was cut off. What was signed is not signed again.', goOn: 'Go on', end: 'End here', away: 'Put away', elsewhere: 'Another tab is at these records.',
    why: { changed: 'There is a newer version than the list showed; look at it again.', findings: 'It has findings; review it by itself.', veto: 'It has a veto; review it by itself.', files: 'Files of it have not arrived yet.', accepted: 'It was accepted already.', returned: 'It was returned already.', incomplete: 'It waits for the second inspector.', own_record: 'You took part in it yourself.', not_believed: 'This record is not believed.', not_supervisor: 'This browser’s grants do not cover its region.', unverified: 'A check of it failed; open it.' },
  },
  previous: {
    title: 'Beside the check before', verified: 'Verified · {name} · {at}', open: 'Open that check', hint: 'fetches the site’s previous check by this checklist', none: 'There is no earlier check of this site by this checklist.', wrong: 'What the server gave is no earlier check of this site by this checklist; it is not believed.', then: 'Then', now: 'Now', nothing: 'Every item is as it was.', all: 'With the {n} that did not change', fewer: 'Only what changed',
    otherDocument: 'The two used different versions of the checklist (v{then} → v{now}); shares of points are compared.', count: { worse: '{n} worse', better: '{n} better' }, change: { worse: 'Worse', better: 'Better', other: 'Judged otherwise', new: 'Not asked then', gone: 'Not asked now', same: 'No change' },
  },
  views: {
    title: 'My views', save: 'Save as a view…', name: 'Name of the view', keep: 'Save', cancel: 'Cancel', remove: 'Delete the view {name}', newer: 'The views were changed elsewhere and have been read anew; save once more.', say: 'Kept on the server, for you on any machine, and shown to nobody else.', taken: 'There is a view of this name; saving replaces it.',
  },
}
