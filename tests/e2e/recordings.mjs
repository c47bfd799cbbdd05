// A checklist with something to be heard and seen beside its questions and choices, and one question whose answer is a recording.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { top, writeJson } from '../../tools/stage/stage.mjs'

const document = {
  format: 1, id: 'heard', version: '1', kind: 'supervision', languages: ['zh'], title: '叫声与口述核查',
  grades: [{ id: 'done', tone: 'pass', label: '完成' }],
  sections: [{ id: 's', title: '现场', items: [{
    id: '1', points: 10, text: '羊群叫声正常，没有呼吸道症状', evidence: { noteWhenFailed: false },
    questions: [
      { id: 'like', type: 'select_one', label: '听到的叫声像哪一段', media: { audio: 'how.wav', video: 'how.mp4' },
        choices: [
          { name: 'calm', label: '平稳，间隔长', verdict: 'pass', media: { audio: 'calm.wav' } },
          { name: 'cough', label: '短促，夹有咳嗽', verdict: 'fail', media: { audio: 'cough.wav' } }] },
      { id: 'said', type: 'audio', label: '饲养员的口述', required: false },
      { id: 'shown', type: 'video', label: '羊舍的录像', required: false }] }] }] }

// A tone as RIFF/WAVE: 16 bits, one channel.
export function writeTone(file, seconds, pitch, rate = 8000) {
  const samples = Math.round(seconds * rate)
  const out = Buffer.alloc(44 + 2 * samples)
  out.write('RIFF', 0)
  out.writeUInt32LE(36 + 2 * samples, 4)
  out.write('WAVEfmt ', 8)
  for (const [at, value, write] of [[16, 16, 'writeUInt32LE'], [20, 1, 'writeUInt16LE'], [22, 1, 'writeUInt16LE'], [24, rate, 'writeUInt32LE'], [28, 2 * rate, 'writeUInt32LE'], [32, 2, 'writeUInt16LE'], [34, 16, 'writeUInt16LE']]) out[write](value, at)
  out.write('data', 36)
  out.writeUInt32LE(2 * samples, 40)
  for (let i = 0; i < samples; ++i) out.writeInt16LE(Math.round(9000 * Math.sin(i * pitch)), 44 + 2 * i)
  writeFileSync(file, out)
  return file
}

// The film is a ball that rolls for two seconds: H.264 and AAC.
export const film = join(top, 'tests/unit/mobile/media/ball.mp4')

// The document and its files in a folder of their own; its path.
export function writeRecordings(folder) {
  mkdirSync(folder)
  writeTone(join(folder, 'how.wav'), 2, 0.3)
  writeTone(join(folder, 'calm.wav'), 1, 0.2)
  writeTone(join(folder, 'cough.wav'), 1.4, 0.5)
  copyFileSync(film, join(folder, 'how.mp4'))
  return writeJson(join(folder, 'heard.json'), document)
}
