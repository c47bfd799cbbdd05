// A record in which an item with a veto failed, as in the fixture of answers.mjs, is accepted by two: this is the other
// supervisor, with the command line. She is enrolled when she is first needed.
import { plumb } from '../../tools/stage/stage.mjs'

export class SecondReviewer {
  constructor(people, region = '62') {
    this.people = people
    this.region = region
  }

  // Agrees to what somebody else has accepted; that acceptance is in the log.
  accept(...ids) {
    const { people } = this
    if (!people.persons.has('审核员庚')) people.enrol('second_reviewer', people.invite('审核员庚', 'supervisor', '--region', this.region))
    people.sync('second_reviewer')
    for (const id of ids) plumb('review', '--home', people.home('second_reviewer'), id, '--accept', '--comment', '复核无误')
    people.sync('second_reviewer')
  }
}
