#include "mobile/ui/due_days.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <QStringList>

#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {

constexpr int kNear = 3;  // days: what is due by then is marked

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DueDays)
  public:
    static QString over(int days) { return tr("逾期 %n 天", nullptr, days); }
    static QString today() { return tr("今天到期"); }
    static QString left(int days) { return tr("剩 %n 天", nullptr, days); }
    static QString working(const QString& sources) { return tr("按工作日计算，依据：%1").arg(sources); }
    static QString calendar(const QString& years) {
        return tr("%1 年的节假日安排还没有收录，已改按自然日计算").arg(years);
    }
    static QString asked() { return tr("按自然日计算"); }
};

int yearOf(Day day) {
    return static_cast<int>(std::chrono::year_month_day(day).year());
}

int daysBetween(Day from, Day to) {
    return static_cast<int>((to - from).count());
}

}  // namespace

QString dayWithWeekday(Day day) {
    const QString text = qs(dayText(day));
    const QDate date = QDate::fromString(text, Qt::ISODate);
    const bool english = Settings::instance().language() == QLatin1String("en");
    return text + u' ' + QLocale(english ? QLocale::English : QLocale::Chinese).toString(date, QStringLiteral("dddd"));
}

QString countedBy(const domain::WorkingCalendar& calendar, Day from, const domain::Deadline& deadline) {
    QStringList sources, unknown;
    for (int year = yearOf(from); year <= yearOf(deadline.day); ++year) {
        if (const auto* known = calendar.year(year))
            sources.append(qs(known->source));
        else
            unknown.append(QString::number(year));
    }
    if (deadline.counted == domain::DayCount::working) return Words::working(sources.join(QStringLiteral("; ")));
    return unknown.isEmpty() ? Words::asked() : Words::calendar(unknown.join(QStringLiteral(", ")));
}

QString leftText(Day due, Day today) {
    const int left = daysBetween(today, due);
    return left < 0 ? Words::over(-left) : left == 0 ? Words::today() : Words::left(left);
}

QString leftTone(Day due, Day today) {
    const int left = daysBetween(today, due);
    return left < 0 ? QStringLiteral("fail") : left <= kNear ? QStringLiteral("part") : QString();
}

}  // namespace plumb::mobile
