/** Random draws, in English. */
import type { drawsZh } from './draws.zh'

export const drawsEn: typeof drawsZh = {
  draws: {
    title: 'Random draws', lead: 'The pool is frozen by its fingerprint first; the next line that somebody else writes to the log decides. Anybody can draw again here.', none: 'Nothing was drawn yet.', more: 'Show more',
    by: '{name} · {at} · {region} · log entry {index}', strata: 'Strata', stratum: '{name}: {share}% of {of}', people: 'inspectors: {n}, in teams of {team}', pool: 'Pool', checkpoint: 'Decided by', tree: 'the log of {n} entries',
    waits: 'The pool is frozen and not drawn from yet: that waits for a line by another person.', result: 'Sites drawn: {n}', excluded: 'Excluded', replay: 'Draw again in this browser', replaying: 'Drawing…', same: 'Drawn again with the same result; the pool has its fingerprint, and what decided is proved to be the beginning of this log. Seed',
    head: { number: 'No.', site: 'Site', stratum: 'Stratum', team: 'Inspectors' },
    state: { committed: 'Frozen', revealed: 'Drawn' },
    fault: { pool_differs: 'The pool has not the fingerprint or the numbers that were frozen.', bad_pool: 'The pool is malformed.', draw_excluded: 'Somebody who is excluded is not in the pool.', draw_short: 'Too few sites or inspectors are left.', draw_differs: 'Drawing again gives another result.', checkpoint_wrong: 'What decided is not the beginning of this log.' },
  },
}
