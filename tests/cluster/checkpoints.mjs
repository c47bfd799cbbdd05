// Every checkpoint that any front end handed out, kept while the cluster is broken; and in the end held against the one
// log that is left: each is the root of its first lines (RFC 6962), or the log forked.
import { createHash } from 'node:crypto'
import { wait } from './stand.mjs'

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

export class Checkpoints {
  seen = new Map() // "size root" → the names of those who said it
  wrong = []
  asked = 0
  failed = 0

  constructor(all, every = 150) {
    this.all = all
    this.going = Promise.all(all.map((one) => this.follow(one, every)))
  }
  async follow(one, every) {
    for (let size = 0, of; !this.ended; await wait(every)) {
      try {
        const pid = one.process.child.pid
        const note = await read(one.url)
        ++this.asked
        const key = `${note.size} ${note.root}`
        this.seen.set(key, (this.seen.get(key) ?? new Set()).add(one.name))
        // It may lag behind the others, and never goes back while it runs.
        if (of === pid && note.size < size) this.wrong.push(`${one.name} showed ${size} lines and then ${note.size}`)
        of = pid
        size = note.size
      } catch {
        ++this.failed
      }
    }
  }
  async stop() {
    this.ended = true
    await this.going
  }

  // Against the log as `url` gives it; what was wrong, in sentences.
  async judge(url) {
    const { size } = await read(url)
    const leaves = await leavesOf(url, size)
    const bySize = new Map()
    for (const key of this.seen.keys()) {
      const [at, root] = key.split(' ')
      bySize.set(Number(at), [...(bySize.get(Number(at)) ?? []), root])
    }
    const wrong = [...this.wrong]
    const range = [] // of the compact range: { hash, level }
    for (let i = 0; i <= size; ++i) {
      for (const root of bySize.get(i) ?? []) {
        const own = rootOf(range).toString('base64')
        if (root !== own) wrong.push(`a checkpoint of ${i} lines has the root ${root}, the log has ${own}`)
      }
      bySize.delete(i)
      if (i === size) break
      let node = { hash: leaves[i], level: 0 }
      while (range.at(-1)?.level === node.level) node = { hash: sha256(Buffer.from([1]), range.pop().hash, node.hash), level: node.level + 1 }
      range.push(node)
    }
    for (const at of bySize.keys()) wrong.push(`a checkpoint of ${at} lines was handed out, and the log has ${size}`)
    return { size, wrong }
  }
}

export async function read(url) {
  const answer = await fetch(`${url}/log/checkpoint`, { signal: AbortSignal.timeout(5000) })
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  const [, size, root] = (await answer.text()).split('\n')
  return { size: Number(size), root }
}

function rootOf(range) {
  if (range.length === 0) return sha256()
  return range.reduceRight((right, node) => (right ? sha256(Buffer.from([1]), node.hash, right) : node.hash), undefined)
}

// The hashes of all lines, from the tiles of the lowest level (c2sp.org/tlog-tiles).
async function leavesOf(url, size) {
  const out = []
  for (let tile = 0; tile * 256 < size; ++tile) {
    const width = Math.min(256, size - tile * 256)
    const name = String(tile).padStart(3, '0') // fewer than 256,000 lines
    const answer = await fetch(`${url}/log/tile/0/${name}${width < 256 ? `.p/${width}` : ''}`)
    if (!answer.ok) throw new Error(`tile ${tile}: ${answer.status}`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    for (let i = 0; i < width; ++i) out.push(bytes.subarray(i * 32, i * 32 + 32))
  }
  return out
}
