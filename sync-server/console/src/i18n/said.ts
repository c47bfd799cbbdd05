/** A sentence to be shown: its key, and what the server said beside it. */
export interface Said {
  key: string
  detail: string
}
