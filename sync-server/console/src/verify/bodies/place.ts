/** Where a device was, as records state it: shared/domain/place.h, shared/records/evidence/signed_place.h and shared/records/inspection/places.h say the same. */
import { actKindOf } from '../../folds/act'
import { readInstant } from '../../line/clock'
import { among, degrees, flag, hash, instant, isObject, whole, type Json, type Reader, type Rule } from '../body_reader'

/** No fix that is further from a moment stands for it, in milliseconds. */
export const kOldestPlace = 60_000
export const kNoPlace = ['off', 'denied', 'no_receiver', 'searching', 'stale'] as const
const kPlacedTypes = ['inspection.cosigned', 'inspection.delivered', 'assessment.contributed']
/** Whether lines of this type may say, in `place`, where they were signed. */
export const statesPlace = (type: string): boolean => kPlacedTypes.includes(type) || actKindOf(type) !== null
const millis = (v: unknown) => (readInstant(v) === null ? null : Date.parse(v as string))
const number = (low: number, high: number) => (v: unknown) => typeof v === 'number' && v >= low && v <= high

export const whereabouts: Rule = (r) => {
  if (Object.hasOwn(r.members, 'none')) {
    r.must('none', among(kNoPlace))
    if (Object.hasOwn(r.members, 'lat') || Object.hasOwn(r.members, 'lon')) r.fault('none')
    return
  }
  r.must('lat', degrees(90))
  r.must('lon', degrees(180))
  r.must('acc', (v) => number(0, 100_000)(v) && v !== 0)
  r.must('at', instant)
  r.must('source', among(['satellite', 'network', 'other']))
  r.may('satellites', (v) => whole(v) && number(0, 200)(v))
  r.may('altitude', number(-1000, 20_000))
  r.may('mocked', flag)
}

function moment(r: Reader, name: string, of: unknown): void {
  r.withinIf(name, whereabouts)
  const place = r.members[name] as Json | undefined
  const [at, then] = [millis(isObject(place) ? place.at : null), millis(of)]
  if (isObject(place) && !Object.hasOwn(place, 'none') && at !== null && then !== null && Math.abs(at - then) > kOldestPlace) r.fault(name)
}

/** The member `places` of an inspection. */
export function places(body: Reader): void {
  body.withinIf('places', (r) => {
    moment(r, 'begun', body.members.started)
    moment(r, 'signed', body.members.finished)
    r.withinIf('files', (files) => {
      for (const name of Object.keys(files.members)) {
        if (!hash(name)) files.fault(name)
        files.within(name, whereabouts)
      }
    })
  })
}
