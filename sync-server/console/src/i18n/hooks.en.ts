/** Receivers of new lines, in English. */
export const hooksEn = {
  hooks: {
    title: 'Receivers', lead: 'When new records reach the log, the server tells the programs registered here (Standard Webhooks). A message has index, hash, kind, case and region, no content and no person; a program that wants the content fetches it by its own rights.',
    new: 'Register a receiver', refresh: 'Refresh', none: 'No receiver is registered.', everywhere: 'Everywhere', all: 'all kinds', owner: 'by the rights of {name}', delivered: 'last delivered {at}', error: 'Last failure: {error}',
    there: 'At the end of the log', behind: '{n} lines behind', answered: 'It answered {status}', redirected: 'It answered {status} and wants to send us elsewhere; redirections are not followed, register the address itself', gone: 'It answered {status}: it wants no more',
    failing: 'Failed {n} times since {since}; tried again {due}', stopped: 'Stopped',
    off: { failing: 'Turned off: nothing was taken for seven days', gone: 'Turned off: it answered that it wants no more', owner_revoked: 'Turned off: its owner\'s key was revoked', owner_rights: 'Turned off: its owner is no longer an administrator of its region', log_replaced: 'The log was put back from a backup: say from which line it goes on' },
    unfold: 'Messages', fold: 'Fold', messages: 'Messages', noMessages: 'Nothing was sent yet.', acts: 'Who did what', attempts: 'attempt {n}', lines: '{span}, {n} told', taken: '{status}, {ms} ms',
    head: { message: 'Message', lines: 'Log indexes', tried: 'Last sent', answer: 'Answer' },
    act: { stop: 'Stop', resume: 'Set going', place: 'Begin elsewhere', secret: 'Replace secret', remove: 'Remove', again: 'Send again' },
    ask: { resume: 'From now on it is told by your rights. Without an index it goes on where it stood (line {n}); what was not taken keeps its id.', secret: 'The new secret is shown once. For 24 hours the old one signs beside it, so that the receiver can change over.', remove: 'It is told nothing more, and its messages are deleted; who registered and removed it stays in the server\'s journal.' },
    fromLine: 'from line {n} on',
    from: 'From which line (empty: where it stood)',
    did: { registered: 'registered it:', stop: 'stopped it', resume: 'set it going', again: 'sent again', secret: 'replaced its secret', removed: 'removed it' },
    secret: 'Secret of {name}', secretSay: 'Hand it over now; it is not shown again. With it the receiver checks the signature of each message (webhook-signature).', copy: 'Copy', copied: 'Copied', secretDone: 'Handed over',
    form: { title: 'Register a receiver', say: 'Registering is no signed record: an address may carry a token, and the log keeps everything for ever. Who registered what and when is kept by the server.', name: 'Name', nameLike: 'e.g. the city\'s data platform', url: 'Address (https only)', region: 'Region', regionOrAll: 'Region (none: everywhere)', kinds: 'Kinds of record (none: all)', from: 'From which line (empty: new ones)', register: 'Register' },
    family: { trust: 'People and keys', reference: 'Published references', planning: 'Plans and tasks', field: 'Checks and self-assessments', review: 'Reviews', rectification: 'Rectification', document: 'Papers', voice: 'Feedback and complaints', log: 'The log' },
    fault: { name: 'Say who is told.', url: 'The address must begin with https://.', region: 'Choose a region that you administer.', from: 'The index must be a whole number, 0 or more.' },
  },
}
export const hookProblemsEn = { hook_unknown: 'There is no such receiver in your regions.', delivery_unknown: 'That message is not known (the last 200 are kept).', bad_hook: 'It cannot be registered so.', bad_hook_url: 'The address is wrong: https alone, without a user name.', hook_position: 'The log has no such index.', address_refused: 'That address is of this machine or an internal network and is not called; the operator can allow it.', too_many_hooks: 'There are as many receivers as may be; remove one that is not used.' }
