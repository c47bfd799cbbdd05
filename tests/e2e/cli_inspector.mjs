// An inspector who works with the command line.
import { join } from 'node:path'
import { plumb, writeJson } from '../../tools/stage/stage.mjs'
import { found, photoItems } from './answers.mjs'

export class CliInspector {
  constructor(people, folder) {
    this.people = people
    this.folder = folder
    this.name = 'inspector'
  }
  enrol(uri) {
    this.people.enrol(this.name, uri)
    this.people.sync(this.name)
  }
  inspect(photos) {
    const files = photoItems.flatMap((item, n) => ['--file', `${item}=${photos[n % photos.length]}`])
    const answers = writeJson(join(this.folder, 'answers.json'), found)
    return plumb('inspect', '--home', this.people.home(this.name), '--checklist', '6a', '--site', 'yongchang-veg', '--answers', answers, ...files, '--refused', '对间隔期的结论有异议', '--witness', '村委会见证人').id
  }
  amend(id, reason) {
    const answers = writeJson(join(this.folder, 'amended.json'), { notes: { 2: '标签照片见第二张，标签规定 7 天。' } })
    plumb('amend', '--home', this.people.home(this.name), '--record', id, '--reason', reason, '--answers', answers, '--refused', '对间隔期的结论有异议', '--witness', '村委会见证人')
  }
  // Answers what waits for her at an item of the record.
  answer(id, item, text) {
    const waiting = this.people.show(this.name, id).threads.find((thread) => thread.item === item && thread.waits)
    plumb('remark', id, '--home', this.people.home(this.name), '--item', item, '--answers', waiting.id, '--text', text)
  }
  sync() {
    return this.people.sync(this.name)
  }
}
