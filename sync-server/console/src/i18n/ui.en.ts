/** The parts that pages share, in English. */
export const uiEn = {
  ui: {
    day: { example: 'for example 2026-11-30', none: 'This is no day. Write it as 2026-11-30.', early: 'Not before {day}.', late: 'Not after {day}.', open: 'Pick a day: {label}', days: 'Days', today: 'Today', yearBack: 'The year before', monthBack: 'The month before', monthOn: 'The next month', yearOn: 'The next year' },
    table: { order: 'Order', asItComes: 'As it comes' },
    choice: { search: 'Type to search', none: 'Nothing found', open: 'Open: {label}', picked: 'Picked: {label}', drop: 'Remove {name}', more: '{n} more: type a few letters' },
  },
}
