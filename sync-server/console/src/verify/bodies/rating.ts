/** What ratings of visits have to say (shared/records/voice/rating.h). */
import { isObject, text, whole, type Rule } from '../body_reader'
import { isBlank, plain, region } from './plain_text'

export const kRatingQuestions = ['identified', 'fair', 'courteous', 'helpful', 'light'] as const
export const kLeastRatings = 10
const kMostRatings = 10_000
const kMostSaidBytes = 900
const kAnswers = 5

const quarter = (v: unknown) => text(v) && /^\d{4}Q[1-4]$/.test(v as string)
const count = (v: unknown) => whole(v) && (v as number) >= 0 && (v as number) <= kMostRatings

export const kRatingRules: Record<string, Rule> = {
  'rating.counted': (r) => {
    r.must('quarter', quarter)
    const { ratings } = r.members
    r.must('ratings', (v) => whole(v) && (v as number) >= kLeastRatings && (v as number) <= kMostRatings)
    r.must('answers', isObject)
    r.withinIf('answers', (answers) => {
      for (const question of kRatingQuestions)
        answers.must(question, (v) => Array.isArray(v) && v.length === kAnswers && v.every(count) && v.reduce((sum: number, n: number) => sum + n, 0) === ratings)
    })
  },
  'rating.said': (r) => {
    r.must('quarter', quarter)
    r.must('about', region)
    r.must('texts', (v) => Array.isArray(v) && v.length > 0 && v.every((one) => plain(kMostSaidBytes)(one) && !isBlank(one as string)))
  },
}
