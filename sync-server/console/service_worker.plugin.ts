// Puts sw.js into a build: src/offline/service_worker.js with the names of all files, and one hash over their contents.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const kSource = fileURLToPath(new URL('./src/offline/service_worker.js', import.meta.url))

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })
}

/** The script for the files of a folder; neither the public page, a small application of its own, nor what is for other programs. */
export function serviceWorkerOf(folder: string): string {
  const hash = createHash('sha256')
  const files = filesIn(folder).map((path) => relative(folder, path)).filter((file) => !file.startsWith('verify/') && !['sw.js', 'openapi.json', 'prove_publication.py'].includes(file)).sort()
  for (const file of files) hash.update(file).update('\0').update(readFileSync(join(folder, file))).update('\0')
  const urls = files.map((file) => (file === 'index.html' ? '/' : `/${file}`))
  return readFileSync(kSource, 'utf8').replace('__VERSION__', hash.digest('hex').slice(0, 16)).replace('__FILES__', JSON.stringify(urls))
}

export function serviceWorker(): Plugin {
  let folder = ''
  return {
    name: 'plumbline-service-worker',
    apply: 'build',
    configResolved: (config) => void (folder = join(config.root, config.build.outDir)),
    closeBundle: () => writeFileSync(join(folder, 'sw.js'), serviceWorkerOf(folder)),
  }
}
