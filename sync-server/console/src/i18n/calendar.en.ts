/** The calendar of working days, and drawing a signature, in English. */
import type { calendarZh } from './calendar.zh'

export const calendarEn: typeof calendarZh = {
  calendar: {
    title: 'Working days', lead: 'Terms in working days are counted by the days off and the days worked in exchange that stand here. A year that was not announced is not guessed: terms that reach into it are counted in calendar days, and say so.', publish: 'Publish a year', year: '{year}', counted: 'days off: {off} · weekend days worked: {worked}', builtin: 'comes with the program', proved: 'verified: log entry {index}, published by {author} on {at}', show: 'Show the year', hide: 'Hide the year', done: 'Published · log entry {n}', lacking: 'The days off of {year} were not published yet: terms that reach into that year are counted in calendar days.', unbelieved: 'Published lines that are not believed, and not used: {n}.', kind: { off: 'off', worked: 'worked' },
    form: { title: 'Publish the days off of a year', say: 'Paste the announcement of the State Council\'s General Office, or write days, one a line. Once signed it goes into the log; this console and the tablets count by it after they sync.', text: 'Announcement, or days', like: '一、元旦：1月1日至3日放假调休，共3天。1月4日上班。\nor one a line: 2027-01-01/2027-01-03    2027-01-04 worked', file: 'Open a file (TXT, CSV, JSON)', year: 'Year', source: 'Source (name and number of the announcement)', preview: '{year}, as it was read', replaces: 'takes the place of the {year} that is known', sign: 'Sign and publish' },
    lacks: { year: 'The year lies between 2000 and 2100.', source: 'The source is missing.' },
    fault: { unread: 'The days in this sentence cannot be read: “{text}”.', no_day: 'There is no such day: {text}.', other_year: '{text} is not in {year}.', backwards: '{text} ends before it begins.', not_weekend: '{text} is said to be worked, but is a working day anyhow.', both: '{text} is said to be both off and worked.', none: 'No day off was found.', json: 'This JSON has no lists “off” and “worked”.' },
  },
  pad: { here: 'Sign here by hand', blank: 'signature by hand, blank', written: 'signature by hand, written', again: 'Begin anew' },
  ticks: { label: 'Sites', ticked: 'ticked: {n}', all: 'Tick all {n} listed', none: 'Untick the {n} listed', only: 'Only what is ticked', noneTicked: 'No site is ticked yet.', strays: 'Outside the chosen region:' },
}
