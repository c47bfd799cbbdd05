/** Instants as records carry them: RFC 3339 with milliseconds and the local offset; and UUIDv7 (RFC 9562 §5.7). */
export function instant(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const offset = -date.getTimezoneOffset()
  const sign = offset < 0 ? '-' : '+'
  const [h, m] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60]
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`
  return `${day}T${time}${sign}${two(h)}:${two(m)}`
}

export function uuid7(date: Date): string {
  const b = crypto.getRandomValues(new Uint8Array(16))
  const ms = date.getTime()
  for (let i = 0; i < 6; i++) b[i] = Math.floor(ms / 2 ** (8 * (5 - i))) % 256
  b[6] = (b[6]! & 0x0f) | 0x70
  b[8] = (b[8]! & 0x3f) | 0x80
  const t = Array.from(b, (x) => x.toString(16).padStart(2, '0')).join('')
  return `${t.slice(0, 8)}-${t.slice(8, 12)}-${t.slice(12, 16)}-${t.slice(16, 20)}-${t.slice(20)}`
}
