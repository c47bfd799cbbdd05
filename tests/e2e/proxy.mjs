// A proxy between a tablet and its server, as organisations have them: it passes everything on, but for what its mode does
// to a PATCH: null (passes it on), 'lie' (204 with the offset that the tablet hopes for, and nothing goes on; small files
// that go together likewise), a number (that status, with a page of its own), 'close' (the connection ends). A process of
// its own, since the tests wait for programs without turning the event loop.
import { fork } from 'node:child_process'
import { createServer, request } from 'node:http'
import { fileURLToPath } from 'node:url'

export class Proxy {
  constructor(port, serverPort) {
    this.child = fork(fileURLToPath(import.meta.url), [String(port), String(serverPort)])
  }
  // Sets the mode; answers how many PATCHes were swallowed and how many were said as a POST so far.
  set(patch) {
    return new Promise((resolve) => {
      this.child.once('message', resolve)
      this.child.send({ patch })
    })
  }
  stop() {
    this.child.kill()
  }
}

function serve(port, serverPort) {
  const counts = { swallowed: 0, byPost: 0 }
  let patch = null

  const instead = (ask, answer, body) => {
    ++counts.swallowed
    if (patch === 'close') return ask.socket.destroy()
    if (patch === 'lie' && ask.method === 'POST') {
      // Of small files that go together: all of them, which is the one trail of an inspection.
      answer.writeHead(200, { 'Content-Type': 'application/json' })
      return answer.end('{"taken":1,"refused":[]}')
    }
    if (patch === 'lie') {
      answer.writeHead(204, { 'Tus-Resumable': '1.0.0', 'Upload-Offset': String(Number(ask.headers['upload-offset']) + body.length) })
      return answer.end()
    }
    answer.writeHead(patch, { 'Content-Type': 'text/html' })
    answer.end('<h1>Blocked</h1>')
  }

  const server = createServer((ask, answer) => {
    const pieces = []
    ask.on('data', (piece) => pieces.push(piece))
    ask.on('end', () => {
      const body = Buffer.concat(pieces)
      if (ask.method === 'POST' && ask.headers['x-http-method-override'] === 'PATCH') ++counts.byPost
      const together = ask.method === 'POST' && ask.url === '/v1/files' && patch === 'lie'
      if ((ask.method === 'PATCH' && patch !== null) || together) return instead(ask, answer, body)
      const onward = request({ host: '127.0.0.1', port: serverPort, method: ask.method, path: ask.url, headers: ask.headers }, (said) => {
        answer.writeHead(said.statusCode, said.headers)
        said.pipe(answer)
      })
      onward.on('error', () => ask.socket.destroy())
      onward.end(body)
    })
  })
  const listening = new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  process.on('message', async (message) => {
    await listening
    patch = message.patch
    process.send(counts)
  })
  process.on('disconnect', () => process.exit())
}

if (process.argv[1] === fileURLToPath(import.meta.url)) serve(Number(process.argv[2]), Number(process.argv[3]))
