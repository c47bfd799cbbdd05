/** The registers of inspection items that the log publishes, in all versions, as this browser believes them. */
import { forPlace } from '../folds/versions'
import { keepPublished, type Published } from '../verify/published'
import { holdingOn, type ItemRegister } from './registered'

export type PublishedRegister = Published<ItemRegister>

export const { state: registers, versions: registerVersions, refresh: refreshRegisters } = keepPublished<ItemRegister>('register.published', (api) => (after, size) => api.registers(after, size))

/** Those for a place that hold on a day. */
export const registersFor = (region: string, day: string) => holdingOn(day, forPlace(region, registerVersions.value))
