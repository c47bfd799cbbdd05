// Foreign readers of a signed PDF (pdfsig of Poppler, qpdf), which are given the authority that a log's root named.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

export class PdfReaders {
  // `authority`: the certificates in PEM, as `plumb pdf authority` writes them.
  constructor(folder, authority) {
    this.trusted = join(folder, 'nss')
    mkdirSync(this.trusted)
    execFileSync('certutil', ['-N', '-d', `sql:${this.trusted}`, '--empty-password'])
    execFileSync('certutil', ['-A', '-d', `sql:${this.trusted}`, '-n', 'authority', '-t', 'C,C,C', '-i', authority])
  }

  // What Poppler reads on it, without the blanks by which lines were set.
  static text(file) {
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/\s/g, '')
  }

  // What pdfsig says of the file's signatures.
  signatures(file) {
    return spawnSync('pdfsig', ['-nssdir', `sql:${this.trusted}`, file], { encoding: 'utf8' }).stdout
  }

  // How many signatures are valid and by a certificate of the authority; throws where qpdf finds fault with the file.
  good(file) {
    execFileSync('qpdf', ['--check', file])
    const said = this.signatures(file)
    const count = (words) => said.split(words).length - 1
    return Math.min(count('Signature is Valid.'), count('Certificate is Trusted.'))
  }
}
