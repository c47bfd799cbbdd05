// A PDF of one empty A4 page, by hand.
import { writeFileSync } from 'node:fs'

export function writePdf(file) {
  const parts = ['1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n', '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n', '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n', '4 0 obj<</Length 30>>stream\n0.1 0.4 0.4 rg 60 700 475 60 re f\nendstream endobj\n']
  let body = '%PDF-1.4\n'
  const at = parts.map((part) => { const here = body.length; body += part; return here })
  const xref = body.length
  body += `xref\n0 5\n0000000000 65535 f \n${at.map((n) => `${String(n).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size 5/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`
  writeFileSync(file, body)
  return file
}
