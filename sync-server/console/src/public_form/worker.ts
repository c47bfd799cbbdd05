/** Solves the challenge beside the page, which stays usable. */
import { solve, type Challenge } from './work'

onmessage = ({ data }: MessageEvent<{ challenge: Challenge; content: Uint8Array }>) => postMessage(solve(data.challenge, data.content))
