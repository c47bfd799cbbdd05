/** What a `ChoiceField` offers. `also`: what else it is found by, shown beside it; `deeper`: it stands under the one before. */
export interface Choice {
  value: string
  label: string
  also?: string
  deeper?: boolean
}
