#include "mobile/tasks/task_words.h"

#include <QCoreApplication>

#include "mobile/position/place_line.h"
#include "mobile/ui/due_days.h"
#include "mobile/ui/text.h"
#include "mobile/ui/visit_words.h"

namespace plumb::mobile {

namespace {

using records::TaskState;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Tasks)
  public:
    static QString routine() { return tr("日常检查"); }
    static QString individual() { return tr("个案检查"); }
    static QString special() { return tr("专项检查"); }
    static QString yours() { return tr("等您答复"); }
    static QString others() { return tr("您已接受，等另一名检查员答复"); }
    static QString accepted() { return tr("已接受"); }
    static QString declined(const QString& reason) { return tr("您已谢绝：%1").arg(reason); }
    static QString declinedBy(const QString& reason) { return tr("另一名检查员已谢绝：%1").arg(reason); }
    static QString cancelled(const QString& reason) { return tr("已取消：%1").arg(reason); }
    static QString done() { return tr("已完成"); }
    static QString kind() { return tr("种类"); }
    static QString checklist() { return tr("检查表"); }
    static QString programme() { return tr("项目"); }
    static QString team() { return tr("检查员"); }
    static QString by() { return tr("派发人"); }
    static QString asked() { return tr("回避询问"); }
    static QString back() { return tr("回避"); }
    static QString source() { return tr("来源"); }
    static QString drawn(qint64 number) { return tr("随机抽取，名单第 %1 号").arg(number); }
    static QString byHand() { return tr("人工指派"); }
    static QString again(int version) { return tr("第 %1 次指派").arg(version); }
    static QString toDo() { return tr("去答复"); }
    static QString toStart() { return tr("去检查"); }
    static QString toContinue() { return tr("继续检查"); }
    static QString look() { return tr("查看"); }
    static QString visits() { return tr("已有的检查"); }
    static QString comma() { return tr("、"); }
};

std::string me(const TaskInfo& info) {
    return info.me.toStdString();
}

QString checklistWord(const TaskInfo& info, const QString& language) {
    const auto& says = info.task.row.says;
    if (!info.checklist.empty()) return qs(info.checklist, language);
    return qs(says.checklist.empty() ? says.programme : says.checklist);
}

}  // namespace

QString kindWord(records::TaskKind kind) {
    switch (kind) {
        case records::TaskKind::routine:
            return Words::routine();
        case records::TaskKind::individual:
            return Words::individual();
        case records::TaskKind::special:
            return Words::special();
    }
    return {};
}

QString stateWord(const TaskInfo& info) {
    const auto& row = info.task.row;
    const auto* own = row.answerOf(me(info));
    switch (records::stateOf(row)) {
        case TaskState::done:
            return Words::done();
        case TaskState::cancelled:
            return Words::cancelled(qs(row.cancelReason));
        case TaskState::accepted:
            return Words::accepted();
        case TaskState::declined:
            if (own && !own->accepted) return Words::declined(qs(own->reason));
            for (const auto& answer : row.answers)
                if (!answer.accepted) return Words::declinedBy(qs(answer.reason));
            break;
        case TaskState::assigned:
            break;
    }
    return own ? Words::others() : Words::yours();
}

QString stateToneOf(const TaskInfo& info) {
    switch (records::stateOf(info.task.row)) {
        case TaskState::done:
        case TaskState::accepted:
            return QStringLiteral("pass");
        case TaskState::declined:
            return QStringLiteral("fail");
        case TaskState::cancelled:
            return QStringLiteral("na");
        case TaskState::assigned:
            break;
    }
    return QStringLiteral("part");
}

QString awayOf(const TaskInfo& info, const PositionSource& position) {
    if (!info.task.latitude || !info.task.longitude) return {};
    return awayText(position, {*info.task.latitude, *info.task.longitude});
}

std::vector<NamedValueRow> factsOf(const TaskInfo& info, const QString& language) {
    const auto& row = info.task.row;
    std::vector<NamedValueRow> out;
    const auto fact = [&](const char* id, const QString& name, const QString& value) {
        if (!value.isEmpty()) out.push_back({QLatin1String(id), name, value, {}, {}});
    };
    QStringList team, back;
    for (const auto& name : info.team) team.append(name);
    for (const auto& one : row.says.steppedBack) back.append(qs(one.reason));
    fact("kind", Words::kind(), kindWord(row.says.kind));
    fact("checklist", row.says.checklist.empty() ? Words::programme() : Words::checklist(),
         checklistWord(info, language));
    fact("team", Words::team(), team.join(Words::comma()));
    fact("source", Words::source(), row.says.draw ? Words::drawn(row.says.draw->number) : Words::byHand());
    fact("by", Words::by(),
         row.version > 1 ? info.author + QStringLiteral(" · ") + Words::again(row.version) : info.author);
    fact("asked", Words::asked(), qs(dayText(row.says.asked)));
    fact("back", Words::back(), back.join(u'\n'));
    QStringList visits;
    if (records::isOpen(records::stateOf(row)))
        for (const auto& visit : row.visits)
            if (const auto why = visitSentence(visit.fault); !visits.contains(why)) visits.append(why);
    fact("visits", Words::visits(), visits.join(u'\n'));
    return out;
}

CardRow cardOf(const TaskInfo& info, const QString& language, Day today, const PositionSource& position) {
    const auto& row = info.task.row;
    CardRow out;
    out.id = qs(row.id);
    out.kind = QStringLiteral("task");
    out.title = qs(info.task.siteName);
    out.site = qs(row.site);
    out.subtitle = kindWord(row.says.kind) + QStringLiteral(" · ") + checklistWord(info, language);
    QStringList left{leftText(row.says.due, today)};
    if (const auto away = awayOf(info, position); !away.isEmpty()) left.append(away);
    out.leftText = left.join(QStringLiteral(" · "));
    const auto* own = row.answerOf(me(info));
    out.rightText = !info.draft.isEmpty() ? Words::toContinue()
                    : !own                ? Words::toDo()
                    : own->accepted       ? Words::toStart()
                                          : Words::look();
    out.rightTone = own && own->accepted ? QStringLiteral("pass") : QStringLiteral("part");
    out.edge = leftTone(row.says.due, today);
    return out;
}

}  // namespace plumb::mobile
