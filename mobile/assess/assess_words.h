// What the home of a self-assessment says, in the language of the app. UI thread.
#pragma once

#include "mobile/assess/assess_info.h"
#include "mobile/assess/assess_rows.h"

namespace plumb::mobile {

// The first clause of a long sentence, to name an item by: up to the first mark, without what stands in brackets.
QString headline(const QString& text);
QString shortDay(Day day);  // "12-05"
// "12-05 星期六 24:00 截止"
QString closesText(Day closes, const QString& language);
// "剩 5 天", "今天截止", "已过 2 天"; the tone with it: "", part, fail.
QString daysLeftText(const PlanLine& line);
QString daysLeftTone(const PlanLine& line);
// "比计划快 0.5 项", "与计划一致", "比计划慢 3 项"; tone pass or part.
QString paceText(const PlanLine& line);
QString paceTone(const PlanLine& line);
// "照此速度 12-03 填完"; "" where nothing can be said.
QString forecastText(const PlanLine& line);
// "还差 7 项、2 份附件才能提交", "都填全了，可以提交"
QString lackText(const AssessInfo& info);
// "附件 11 / 13"; "" where none is asked for.
QString filesText(int have, int needed);

AssessSectionRow rowOf(const AssessSection& section, const AssessInfo& info, qint64 nowMs, const QString& language);
// Somebody to whom `section` can be assigned.
AssessPersonRow rowOf(const AssessPerson& person, const AssessSection& section, const AssessInfo& info,
                      const QString& language);
// "质量员甲 11-28 09:12 派给技术员乙"; "" where nobody was named.
QString assignedText(const AssessSection& section, qint64 nowMs);
AssessWorstRow rowOf(const AssessWorst& worst, const QString& language);
AssessConflictRow rowOf(const AssessConflict& conflict, qint64 nowMs, const QString& language);

}  // namespace plumb::mobile
