/** The terms of keeping that the log publishes, in all versions, as this browser believes them. */
import { forPlace, newestOn } from '../folds/versions'
import { keepPublished, type Published } from '../verify/published'
import type { Retention } from './retained'

export type PublishedRetention = Published<Retention>

export const { state: retentions, versions: retentionVersions, refresh: refreshRetentions } = keepPublished<Retention>('retention.published', (api) => (after, size) => api.retentions(after, size))

/** Those for a place that hold on a day. */
export const tablesFor = (region: string, day: string) => newestOn(day, forPlace(region, retentionVersions.value))
