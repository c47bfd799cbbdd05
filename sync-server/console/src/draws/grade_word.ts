/** A stratum by its name; the usual risk classes with what they mean. */
import { i18n } from '../i18n'

export function gradeWord(name: string): string {
  return i18n.global.te(`draws.strata.grade.${name}`) ? i18n.global.t(`draws.strata.grade.${name}`) : name
}
