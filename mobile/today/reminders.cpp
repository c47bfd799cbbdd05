#include "mobile/today/reminders.h"

#include <QCoreApplication>
#include <algorithm>
#include <chrono>

namespace plumb::mobile {

namespace {

using namespace std::chrono_literals;

constexpr auto kStale = 72h;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Reminders)
  public:
    static QString stale(int days) { return tr("%n 天没动了", nullptr, days); }
    static QString unsent(int records) { return tr("%n 条记录签了一天还没有传出", nullptr, records); }
    static QString due(int findings) { return tr("今天到期 %n 项整改", nullptr, findings); }
    static QString toList() { return tr("去看看"); }
    static QString keepsIt() { return tr("没有网络时可以用文件同步；传到之前本机都留着。"); }
    static QString toSync() { return tr("去同步"); }
};

constexpr qint64 msOf(std::chrono::milliseconds span) {
    return span.count();
}

}  // namespace

QString staleWord(const DraftInfo& draft, qint64 nowMs) {
    const qint64 still = nowMs - draft.updatedMs;
    return still < msOf(kStale) ? QString() : Words::stale(static_cast<int>(still / msOf(24h)));
}

std::optional<CardRow> unsentReminder(const TodayInfo& today) {
    if (today.unsentForLong == 0) return std::nullopt;
    CardRow row;
    row.id = QStringLiteral("unsent");
    row.kind = QStringLiteral("unsent");
    row.title = Words::unsent(today.unsentForLong);
    row.subtitle = Words::keepsIt();
    row.rightText = Words::toSync();
    row.rightTone = QStringLiteral("part");
    row.edge = QStringLiteral("part");
    return row;
}

std::optional<CardRow> dueReminder(const TodayInfo& today, Day day) {
    const auto due = std::count_if(today.needs.first.begin(), today.needs.first.end(),
                                   [&](const Need& need) { return need.finding.finding.due == day; });
    if (due == 0) return std::nullopt;
    CardRow row;
    row.id = QStringLiteral("findings");
    row.kind = QStringLiteral("due");
    row.title = Words::due(static_cast<int>(due));
    row.rightText = Words::toList();
    row.rightTone = QStringLiteral("part");
    row.edge = QStringLiteral("part");
    return row;
}

}  // namespace plumb::mobile
