// Between the library's UTF-8 and Qt's strings, and times as people of this tablet read them.
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <string>
#include <string_view>

#include "shared/base/clock.h"
#include "shared/checklist/local_text.h"
#include "shared/checklist/model.h"
#include "shared/store/clock_state.h"

namespace plumb::mobile {

inline QString qs(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline std::string ss(const QString& text) {
    return text.toStdString();
}

// In the app's language ("zh" or "en").
inline QString qs(const checklist::LocalText& text, const QString& language) {
    return qs(text.in(ss(language)));
}

inline qint64 msOf(TimePoint at) {
    return at.time_since_epoch().count();
}

QString clockText(qint64 ms);    // "08:41"
QString secondsText(qint64 ms);  // "08:41:07"
QString dayText(qint64 ms);      // "2026-11-22"
// "今天 08:41", "昨天 17:40", "11-20 09:05", with the year where it is another.
QString momentText(qint64 ms, qint64 nowMs);
// "快 3 天", "慢 5 小时": a clock that lacks `offset`.
QString clockErrorText(std::chrono::milliseconds offset);
// What a person must know before signing by a clock that is wrong: by how much, both times, what follows. "" where it
// counts as right.
QString clockSentence(const store::ClockState& clock, qint64 tabletMs);
QString bytesText(quint64 bytes);
// An answer as it stands in its field: "07:30:00.000+08:00" as "07:30", "2026-11-22T07:30:00.000+08:00" as
// "2026-11-22 07:30"; others as they are.
QString fieldText(const checklist::Question& question, const std::string& value);
// An answer as people read it: choices by their labels, numbers with their unit, how many files; "" for blank.
QString answerText(const checklist::Question& question, const std::string& value, const QString& language);
// Thousandths of a point: "71.5".
QString pointsText(qint64 thousandths);

}  // namespace plumb::mobile
