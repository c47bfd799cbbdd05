#include "mobile/rectify/clause_standing.h"

#include <QCoreApplication>
#include <QStringList>

#include "mobile/ui/text.h"
#include "shared/domain/standards.h"

namespace plumb::mobile {

namespace {

struct Standing {
    Q_DECLARE_TR_FUNCTIONS(ClauseStanding)
};

}  // namespace

QString clauseStanding(const std::string& standard, Day day) {
    const auto citation = domain::builtinStandards().judge(standard, day);
    const QString name = citation.entry ? qs(citation.entry->name) : qs(standard);
    const auto dayOr = [](const std::optional<Day>& known) { return known ? qs(dayText(*known)) : QString(); };
    const QString from = citation.entry ? dayOr(citation.entry->from) : QString(),
                  until = citation.entry ? dayOr(citation.entry->until) : QString();
    QStringList successors;
    for (const auto* next : citation.successors) successors.append(qs(next->name));
    const QString by = successors.join(Standing::tr("、"));
    switch (citation.status) {
        case StandardStatus::upcoming:
            return from.isEmpty() ? Standing::tr("%1 还没有实施").arg(name)
                                  : Standing::tr("%1 还没有实施，%2 起实施").arg(name, from);
        case StandardStatus::replaced:
            if (by.isEmpty()) return Standing::tr("%1 已被代替").arg(name);
            return until.isEmpty() ? Standing::tr("%1 已被代替，后续标准是 %2").arg(name, by)
                                   : Standing::tr("%1 已于 %3 被代替，后续标准是 %2").arg(name, by, until);
        case StandardStatus::withdrawn:
            return until.isEmpty() ? Standing::tr("%1 已废止").arg(name)
                                   : Standing::tr("%1 已于 %2 废止").arg(name, until);
        case StandardStatus::inForce:
        case StandardStatus::partlyReplaced:
        case StandardStatus::unknown:
            return {};
    }
    return {};
}

}  // namespace plumb::mobile
