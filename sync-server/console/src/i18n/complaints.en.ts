/** Complaints, in English. */
export const complaintsEn = {
  complaints: {
    title: 'Complaints', lead: 'What comes through the public page is signed by the server\'s intake, which says that it came in that day; calls, visits and letters are signed by whoever takes them down. Only those who answer see them, never the person or office complained of.', take: 'Take one down', none: 'There is no complaint.', notYours: 'Supervisors answer complaints. What you take down is dealt with by them.',
    state: { received: 'received', accepted: 'taken up', not_accepted: 'not taken up', answered: 'answered' },
    channel: { page: 'public page', phone: 'call', visit: 'visit', letter: 'letter', other: 'other' },
    about: { site: 'Inspected site', person: 'Inspector', office: 'Office or staff', other: 'Other matter' },
    class: 'Class', classes: { quality: 'product quality', process: 'production', standards: 'use of standards', environment: 'environment', safety: 'safety', conduct: 'conduct of staff', other: 'other' },
    outcomes: { founded: 'founded', partly: 'partly founded', unfounded: 'unfounded', unclear: 'not established', passed_on: 'passed on' },
    received: 'received {day} ({channel})', answeredIn: 'answered in {region}', dueAccept: 'to be decided by {day}', dueAnswer: 'to be answered by {day}', calendar: ' (calendar days: that year\'s holidays are not published)', late: ', overdue', onlyOverdue: 'only overdue',
    contact: 'Contact: {text}', photo: 'Photo {n}', photoFailed: 'The photo cannot be had, or is not the one of the record.',
    vouched: { came_in: 'Signed by {name}: it came in that day; nobody vouches for who wrote it or whether it is true.', taken_down: 'Signed by {name}: she was told so.' },
    judged: { ok: 'Checked by this browser: signed by whom it may be, in the log, and standing as the list says.', differs: 'The list says other than the signed records, which count; tell an administrator.', missing: 'The server gives out no record of it that can be believed; tell an administrator.' },
    acceptedBy: 'taken up by {name} on {at}, {class}, to be answered within {days} working days', refusedBy: 'not taken up by {name} on {at}, {class}', taskedBy: 'turned into a task by {name} on {at}', answeredBy: 'answered by {name} on {at}: {outcome}',
    step: { accept: 'Take up', refuse: 'Do not take up', task: 'Name its task', answer: 'Answer' },
    days: 'Term (working days)', daysHint: 'Reports are checked within 15 working days, complaints ended within 45 (rules of 2019, art. 31 and 21).',
    task: 'Task', taskHint: 'The task names neither the complainer nor the complaint; the link is seen by those who answer alone.', tells: 'This task\'s instructions hold the complainer\'s contact; cancel it and assign another.',
    outcome: 'Conclusion', text: { accept: 'Note (optional; read by whoever complained)', refuse: 'Why it is not taken up', answer: 'Answer' }, readByThem: 'Whoever complained reads this with the code.', sign: 'Sign',
    lacks: { received: 'Give today or a day before.', site: 'Choose a site.', region: 'Choose where.', person: 'Choose the inspector.', text: 'Write what was said.', above: 'No office above is in this system; pass it on to the office that oversees them.' },
    hand: { title: 'Take down a complaint', lead: 'As it is told. Your signature says that you were told so.', channel: 'Came by', received: 'Received', kind: 'About', region: { other: 'Where', office: 'The office\'s region', person: 'Where the inspector inspects', site: 'Where' }, choose: 'Choose', answering: 'Answered in {region}; neither the person nor the office sees it.', notYours: 'You are not of that office: let them use the public page, or pass it on.', words: 'Name, place (optional)', text: 'What was said', contact: 'Contact (optional)', sign: 'Sign', done: 'It was taken down', tell: 'Tell them the code, by which they see where it stands; it is not told again.', close: 'Close' },
  },
}
